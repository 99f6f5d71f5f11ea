package dev.toolsmith.generator.write;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Several files that are written one after the other, and can be taken back. */
final class Writing {

    private final OutputFolder folder;
    private final Deque<Before> steps = new ArrayDeque<>();

    Writing(OutputFolder folder) {
        this.folder = folder;
    }

    void write(Path file, byte[] bytes) throws IOException {
        Optional<byte[]> before = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
        rememberMissingFolders(file);
        steps.push(new Before(file, before));
        folder.write(file, bytes);
    }

    private void rememberMissingFolders(Path file) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = file.getParent();
                each != null && !Files.exists(each, LinkOption.NOFOLLOW_LINKS);
                each = each.getParent()) {
            missing.push(each);
        }
        missing.forEach(each -> steps.push(new Before(each, Optional.empty())));
    }

    /** Makes everything as it was, but for folders in which somebody else has put something since. */
    void takeBack() throws IOException {
        while (!steps.isEmpty()) {
            Before step = steps.pop();
            if (step.content().isPresent()) {
                folder.write(step.path(), step.content().get());
            } else if (Files.exists(step.path(), LinkOption.NOFOLLOW_LINKS)) {
                delete(step.path());
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try {
            Files.delete(path);
        } catch (DirectoryNotEmptyException e) {
            // Not ours any more.
        }
    }

    /**
     * What stood somewhere.
     *
     * @param path a file or a folder
     * @param content the file's content; empty when nothing stood there
     */
    private record Before(Path path, Optional<byte[]> content) {}
}
