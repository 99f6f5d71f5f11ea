package dev.toolsmith.generator.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;

/** Replaces whole files: a reader, or a machine that stops, finds the old content or the new one, never a part. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Makes a file hold these bytes. Does nothing when it does; a symbolic link stays one, its target is replaced.
     *
     * @return whether the content was another, or there was no such file
     */
    public static boolean replace(Path file, byte[] bytes) throws IOException {
        Path target = target(file);
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
            return false;
        }
        Path folder = Objects.requireNonNull(target.getParent(), "A file stands in a folder");
        Files.createDirectories(folder);
        Path part = folder.resolve("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        try {
            write(part, bytes);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }

    private static Path target(Path file) throws IOException {
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static void write(Path part, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }
}
