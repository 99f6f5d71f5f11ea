package dev.toolsmith.generator.report;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Reads tools back from what was generated of them: a folder or a jar with {@code META-INF/toolsmith/<app>/}. Such tools
 * have no bindings and no body, for those stand in classes, and say of their place where in the bundle they are.
 */
public final class BundleReader {

    private static final String WHAT =
            "Name a description, a jar of generated tools, or the folder that META-INF/toolsmith stands in, such as"
                    + " target/classes";

    private final Path path;
    private final SourcePointer at;
    private final Diagnostics diagnostics;

    private BundleReader(Path path, Diagnostics diagnostics) {
        this.path = path;
        this.at = new SourcePointer(String.valueOf(path.getFileName()), "");
        this.diagnostics = diagnostics;
    }

    /** Whether a path leads to generated tools rather than to a description: a folder, or a file that is called a jar. */
    public static boolean isBundle(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isDirectory(path) || name.endsWith(".jar") || name.endsWith(".zip");
    }

    /**
     * The tools of one app.
     *
     * @param path a folder or a jar
     * @param app whose tools are wanted; empty when there is but one app
     * @param diagnostics where it is told why there are none
     */
    public static Optional<ToolCatalog> read(Path path, String app, Diagnostics diagnostics) {
        return new BundleReader(path, diagnostics).read(app);
    }

    private Optional<ToolCatalog> read(String app) {
        try (BundleFiles files = BundleFiles.open(path)) {
            Optional<String> found = app(files.apps(), app);
            return found.isPresent() ? Optional.of(BundleCatalogue.read(files, found.get())) : Optional.empty();
        } catch (NoSuchFileException e) {
            diagnostics.error("no-bundle", at, "There is no file " + path, WHAT);
        } catch (NewerBundleException e) {
            diagnostics.error(
                    "newer-bundle",
                    at,
                    String.valueOf(e.getMessage()),
                    "Read it with the version that wrote it, or a newer one");
        } catch (IOException | IllegalArgumentException e) {
            String why = VisibleText.excerpt(String.valueOf(e.getMessage()));
            diagnostics.error(
                    "damaged-bundle", at, "The tools in " + path + " cannot be read: " + why, "Generate them anew");
        }
        return Optional.empty();
    }

    private Optional<String> app(SortedSet<String> apps, String wanted) {
        if (apps.contains(wanted)) {
            return Optional.of(wanted);
        }
        if (wanted.isEmpty() && apps.size() == 1) {
            return Optional.of(apps.first());
        }
        if (apps.isEmpty()) {
            diagnostics.error("no-bundle", at, "There are no generated tools in " + path, WHAT);
        } else {
            String told = wanted.isEmpty()
                    ? "There are tools of several apps in "
                    : "There are no tools of " + wanted + " in ";
            diagnostics.error(
                    "no-such-app", at, told + path, "Name one by -Dtoolsmith.app: " + String.join(", ", apps));
        }
        return Optional.empty();
    }
}
