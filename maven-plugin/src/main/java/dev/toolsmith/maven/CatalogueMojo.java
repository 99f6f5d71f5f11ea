package dev.toolsmith.maven;

import dev.toolsmith.generator.CatalogueRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that reads tools of descriptions: what it says of all of them. */
abstract sealed class CatalogueMojo extends AbstractMojo permits DiffMojo, GenerateMojo, ReportMojo {

    /** Overlay files (OpenAPI Overlay 1.0) for all descriptions, applied in this order. */
    @Parameter(property = "toolsmith.overlay")
    private List<File> overlays = List.of();

    /**
     * How tools of descriptions are named, to report and to compare as to generate: {@code operationId}, or {@code path} for
     * names made of resource and kind.
     */
    @Parameter(property = "toolsmith.naming", defaultValue = "operationId")
    private String naming = "";

    /** Names of the tools of descriptions to keep, {@code *} for any characters. All are kept when none is given. */
    @Parameter(property = "toolsmith.include")
    private List<String> include = List.of();

    /** Names of the tools of descriptions to leave out, {@code *} for any characters. */
    @Parameter(property = "toolsmith.exclude")
    private List<String> exclude = List.of();

    /** Whether to do nothing at all. */
    @Parameter(property = "toolsmith.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("toolsmith: skipped");
        } else {
            run();
        }
    }

    /** What the goal does, unless it is to do nothing. */
    abstract void run() throws MojoFailureException;

    /**
     * What is to be read.
     *
     * @param app empty when the files say it
     */
    final CatalogueRequest catalogue(List<File> files, String app) {
        return catalogue(files, List.of(), app);
    }

    /**
     * What is to be read with overlays of its own.
     *
     * @param own the overlays instead of those for all descriptions, unless there are none
     * @param app empty when the files say it
     */
    final CatalogueRequest catalogue(List<File> files, List<File> own, String app) {
        return new CatalogueRequest(paths(files), paths(own.isEmpty() ? overlays : own), app, naming, include, exclude);
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }
}
