package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at what surrounds a data folder: the disk, the port, and the addresses that were given. */
record MachineChecks(DataFolder folder, Supplier<WebSettings> web) {

    private static final long MEBIBYTE = 1L << 20;
    private static final long LEAST = 100 * MEBIBYTE;
    private static final long COMFORTABLE = 1024 * MEBIBYTE;
    private static final String ADDRESSES = "addresses";
    private static final String PORT = "port";

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (Files.isDirectory(folder.path())) {
            findings.add(disk());
        }
        try {
            WebSettings settings = web.get();
            findings.add(Finding.ok(ADDRESSES, "The addresses that were given fit."));
            settings.tls().ifPresent(files -> findings.add(certificate(files)));
            findings.add(port(settings));
        } catch (ConfigurationException | UsageException e) {
            findings.add(Finding.failed(ADDRESSES, String.valueOf(e.getMessage())));
        }
        return findings;
    }

    private Finding disk() {
        String check = "disk";
        try {
            long left = Files.getFileStore(folder.path()).getUsableSpace();
            String text = "There are " + left / MEBIBYTE + " MiB left.";
            if (left < LEAST) {
                return Finding.failed(check, text + " Calls are refused once nothing can be written. Make room.");
            }
            return left < COMFORTABLE
                    ? Finding.warning(check, text + " The audit trail only grows. Make room.")
                    : Finding.ok(check, text);
        } catch (IOException e) {
            return Finding.failed(check, "The disk of " + folder.path() + " cannot be looked at.");
        }
    }

    private static Finding certificate(WebSettings.PemFiles files) {
        String check = "certificate";
        for (Path file : List.of(files.certificate(), files.key())) {
            if (!Files.isReadable(file)) {
                return Finding.failed(check, "The file " + file + " cannot be read. Check its name and owner.");
            }
        }
        return Finding.ok(check, "The certificate and its key can be read.");
    }

    private Finding port(WebSettings settings) {
        if (isServed()) {
            return Finding.ok(PORT, "A server is running on this data folder.");
        }
        try (ServerSocket socket = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
            return Finding.ok(PORT, "The port " + socket.getLocalPort() + " of " + settings.host() + " is free.");
        } catch (IOException e) {
            return Finding.failed(
                    PORT,
                    "It is not possible to listen on " + settings.host() + ":" + settings.port()
                            + ". Stop what uses it, or choose another with --port N.");
        }
    }

    /** Whether a server holds the folder, which then listens itself. */
    private boolean isServed() {
        Path lockFile = folder.path().resolve("serve.lock");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // It belongs to somebody else; the check of permissions says so.
            return false;
        }
    }
}
