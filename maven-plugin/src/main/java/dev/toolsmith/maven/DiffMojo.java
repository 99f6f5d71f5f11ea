package dev.toolsmith.maven;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.ComparisonResult;
import dev.toolsmith.generator.DescriptionComparison;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.report.DiffFormat;
import dev.toolsmith.generator.report.FailOnLevel;
import dev.toolsmith.generator.report.TextChanges;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed between the tools of two descriptions, or of a description and what was generated before: each
 * change with what it means for callers (breaking, risky, safe, text-only). Works without a POM too.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends CatalogueMojo {

    /**
     * The older side: the files of a description; or one jar, or one folder, with generated tools in
     * {@code META-INF/toolsmith}, or the folder of one app there.
     */
    @Parameter(property = "toolsmith.before", required = true)
    private List<File> before = List.of();

    /** The newer side, as {@code before}. The description named by {@code toolsmith.spec} when none is given. */
    @Parameter(property = "toolsmith.after")
    private List<File> after = List.of();

    /** The files of the description that tools are generated from: the newer side unless {@code after} names one. */
    @Parameter(property = "toolsmith.spec")
    private List<File> specs = List.of();

    /** Overlay files for the older side, instead of those for all. */
    @Parameter(property = "toolsmith.beforeOverlay")
    private List<File> beforeOverlays = List.of();

    /** Overlay files for the newer side, instead of those for all. */
    @Parameter(property = "toolsmith.afterOverlay")
    private List<File> afterOverlays = List.of();

    /**
     * The word that stands in tool names, such as {@code attio}. May be left out when a side is a jar or a folder with the
     * tools of one app.
     */
    @Parameter(property = "toolsmith.app", defaultValue = "")
    private @Nullable String app;

    /**
     * {@code text}, {@code markdown}, {@code json} or {@code html}. Unless given, each output file's ending says it
     * ({@code .md}, {@code .json}, {@code .html}, else text), and without a file it is text.
     */
    @Parameter(property = "toolsmith.format")
    private @Nullable String format;

    /** The files to write. Without any, text goes to Maven's log and the other formats to the standard output. */
    @Parameter(property = "toolsmith.output")
    private List<File> outputs = List.of();

    /** Whether text and Markdown tell changes of texts one by one, instead of how many there are of each tool. */
    @Parameter(property = "toolsmith.texts", defaultValue = "false")
    private boolean texts;

    /**
     * From which level on the build fails: {@code breaking}, {@code risky}, {@code safe}, {@code text-only} (any change) or
     * {@code never}. What is to be written is written before.
     */
    @Parameter(property = "toolsmith.failOnLevel", defaultValue = "never")
    private String failOnLevel = "";

    /**
     * A file for the worst level, as one line: {@code breaking}, {@code risky}, {@code safe}, {@code text-only} or
     * {@code none}. For scripts, as Maven's exit status is 0 or 1 only.
     */
    @Parameter(property = "toolsmith.levelFile")
    private @Nullable File levelFile;

    @Override
    void run() throws MojoFailureException {
        FailOnLevel failing = FailOnLevel.of(failOnLevel)
                .orElseThrow(() -> wrong("failOnLevel", failOnLevel, "breaking, risky, safe, text-only or never"));
        Optional<DiffFormat> wanted = format();
        ComparisonResult result = DescriptionComparison.between(
                request(before, beforeOverlays), request(after.isEmpty() ? specs : after, afterOverlays));
        DiagnosticLog.write(result.diagnostics(), getLog());
        CatalogueDiff diff =
                result.diff().orElseThrow(() -> new MojoFailureException("toolsmith: the tools cannot be compared"));
        tell(diff, wanted);
        String worst = diff.worst().map(Level::word).orElse("none");
        if (levelFile != null) {
            TextFile.write(levelFile, worst + "\n");
        }
        if (failing.isMet(diff)) {
            throw new MojoFailureException(
                    "toolsmith: " + diff.app() + " has " + worst + " changes, and failOnLevel is " + failOnLevel);
        }
    }

    private Optional<DiffFormat> format() throws MojoFailureException {
        if (format == null) {
            return Optional.empty();
        }
        String word = format;
        return Optional.of(
                DiffFormat.of(word).orElseThrow(() -> wrong("format", word, "text, markdown, json or html")));
    }

    private static MojoFailureException wrong(String parameter, String given, String words) {
        return new MojoFailureException("toolsmith: there is no " + parameter + " \"" + given + "\"; write " + words);
    }

    private CatalogueRequest request(List<File> files, List<File> ofSide) {
        return catalogue(files, ofSide, app == null ? "" : app);
    }

    private void tell(CatalogueDiff diff, Optional<DiffFormat> wanted) throws MojoFailureException {
        TextChanges told = texts ? TextChanges.ALL : TextChanges.COUNTED;
        for (File file : outputs) {
            TextFile.write(
                    file,
                    wanted.orElseGet(() -> DiffFormat.ofFile(file.getName())).write(diff, told));
        }
        DiffFormat shown = outputs.isEmpty() ? wanted.orElse(DiffFormat.TEXT) : DiffFormat.TEXT;
        if (!outputs.isEmpty()) {
            DiffFormat.TEXT.write(diff, told).lines().limit(1).forEach(getLog()::info);
        } else if (shown == DiffFormat.TEXT) {
            DiffFormat.TEXT.write(diff, told).lines().forEach(getLog()::info);
        } else {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(shown.write(diff, told));
            out.flush();
        }
    }
}
