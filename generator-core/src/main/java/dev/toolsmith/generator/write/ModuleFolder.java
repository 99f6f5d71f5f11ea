package dev.toolsmith.generator.write;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.scaffold.ScaffoldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a new module is written into. Nothing outside it is touched, and no symbolic link in it is followed.
 *
 * @param root the folder, which need not be there yet
 */
public record ModuleFolder(Path root) {

    /**
     * Writes all files, or none and says why. When one cannot be written, those before it are taken back.
     *
     * @param overwrite whether the folder may hold something, and files of the same names are replaced
     * @return whether the files were written
     */
    public boolean write(List<ScaffoldFile> files, boolean overwrite, Diagnostics diagnostics) {
        OutputFolder folder = new OutputFolder(root, "module");
        Writing writing = new Writing(folder);
        try {
            if (!overwrite && isInUse()) {
                diagnostics.error(
                        "folder-not-empty",
                        new SourcePointer("configuration", "/outputDirectory"),
                        "The folder " + root + " is there already and is not empty",
                        "Name another with -Dtoolsmith.outputDirectory=FOLDER, or add -Dtoolsmith.overwrite to replace the"
                                + " files of a module in it");
                return false;
            }
            List<Path> targets = new ArrayList<>();
            for (ScaffoldFile file : files) {
                Optional<Path> target = folder.inside(file.path()).filter(path -> !Files.isDirectory(path));
                target.ifPresentOrElse(targets::add, () -> refuse(file, diagnostics));
            }
            if (targets.size() < files.size()) {
                return false;
            }
            for (int i = 0; i < files.size(); i++) {
                writing.write(targets.get(i), files.get(i).bytes());
            }
            return true;
        } catch (IOException e) {
            diagnostics.error(
                    "cannot-write",
                    new SourcePointer("output", ""),
                    "The module cannot be written to " + root + ": " + e + takenBack(writing),
                    "Make the folder writable, or name another with -Dtoolsmith.outputDirectory=FOLDER");
            return false;
        }
    }

    private static String takenBack(Writing writing) {
        try {
            writing.takeBack();
            return "";
        } catch (IOException e) {
            return "; a part of it stands there, for it cannot be taken back: " + e;
        }
    }

    private boolean isInUse() throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!Files.isDirectory(root)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isPresent();
        }
    }

    private static void refuse(ScaffoldFile file, Diagnostics diagnostics) {
        diagnostics.error(
                "file-not-ours",
                new SourcePointer(file.path(), ""),
                "The file cannot be written: a folder or a link stands there",
                "Move what is there, or name another folder with -Dtoolsmith.outputDirectory=FOLDER");
    }
}
