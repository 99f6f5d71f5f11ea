package dev.toolsmith.it.rig;

import dev.toolsmith.it.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file system of a few megabytes, which can be filled and emptied. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether this machine lets us make one: Linux, as root. */
    static boolean isPossible(Path folder) {
        if (!System.getProperty("os.name").equals("Linux") || mount(folder, 1).exit() != 0) {
            return false;
        }
        new SmallDisk(folder).close();
        return true;
    }

    /** Makes one in place of an empty folder. */
    static SmallDisk at(Path folder, int megabytes) {
        CommandRun run = mount(folder, megabytes);
        if (run.exit() != 0) {
            throw new AssertionError(run);
        }
        return new SmallDisk(folder);
    }

    /** Leaves not one byte. */
    void fill() {
        byte[] block = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() >= block.length) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives the space back. */
    void empty() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        CommandRun run = CommandRun.of(List.of("umount", folder.toString()), Map.of(), "");
        if (run.exit() != 0) {
            throw new AssertionError(run);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static CommandRun mount(Path folder, int megabytes) {
        return CommandRun.of(
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", folder.toString()),
                Map.of(),
                "");
    }
}
