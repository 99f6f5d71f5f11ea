package dev.toolsmith.platform.versions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars of versions that servers are pinned to, as {@code <app>/<digest>.jar}, for their owner alone.
 *
 * @param folder where they are; made when the first one is kept
 */
record KeptJars(Path folder) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final String JAR = ".jar";
    private static final String PART = ".part";

    /** Where a version's jar is or would be. */
    Path file(VersionId key) {
        if (!NAME.matcher(key.app()).matches() || !NAME.matcher(key.digest()).matches()) {
            throw new IllegalArgumentException("No name of a version: " + key);
        }
        return folder.resolve(key.app()).resolve(key.digest() + JAR);
    }

    /** Keeps a jar, so that it is whole and durable once this returns; the SHA-256 of its bytes. */
    String write(VersionId key, byte[] jar) throws IOException {
        Path file = file(key);
        Path app = folder.resolve(key.app());
        makeFolder(folder);
        makeFolder(app);
        Path part = app.resolve(key.digest() + PART);
        Files.deleteIfExists(part);
        try (FileChannel out =
                FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
            ByteBuffer bytes = ByteBuffer.wrap(jar);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(app);
        force(folder);
        return sha256(jar);
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, FOLDER);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /** A jar's bytes; empty when there is no such file. */
    Optional<byte[]> read(VersionId key) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes a version's jar, if it is there. */
    void remove(VersionId version) throws IOException {
        Files.deleteIfExists(file(version));
    }

    /** Removes what an end without warning has left of jars that were being written. */
    void removeParts() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path app : entries(folder)) {
            if (Files.isDirectory(app)) {
                for (Path file : entries(app)) {
                    if (file.toString().endsWith(PART)) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
