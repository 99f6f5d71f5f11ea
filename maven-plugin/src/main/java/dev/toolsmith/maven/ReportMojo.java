package dev.toolsmith.maven;

import dev.toolsmith.generator.CatalogueReader;
import dev.toolsmith.generator.CatalogueResult;
import dev.toolsmith.generator.report.ToolReport;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tool reference for people as one HTML page that needs no server: searchable, with arguments and all that
 * stands in them, and with what each tool and each tag costs a model's context in tokens. Works without a POM too.
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends CatalogueMojo {

    /**
     * The files of the description; or one jar, or one folder, with generated tools in {@code META-INF/toolsmith}, or the
     * folder of one app there.
     */
    @Parameter(property = "toolsmith.spec", required = true)
    private List<File> specs = List.of();

    /**
     * The word that stands in tool names, such as {@code attio}. May be left out for a jar or a folder with the tools of
     * one app.
     */
    @Parameter(property = "toolsmith.app", defaultValue = "")
    private @Nullable String app;

    /** The page. {@code <app>-report.html} in the report directory unless given. */
    @Parameter(property = "toolsmith.output")
    private @Nullable File output;

    /** Where the page goes under a name of its own. {@code target/toolsmith} unless given. */
    @Parameter(property = "toolsmith.reportDirectory")
    private @Nullable File reportDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    @Override
    void run() throws MojoFailureException {
        CatalogueResult result = CatalogueReader.read(catalogue(specs, app == null ? "" : app));
        DiagnosticLog.write(result.diagnostics(), getLog());
        ToolCatalog tools = result.catalogue()
                .orElseThrow(() -> new MojoFailureException("toolsmith: there are no tools to report on"));
        File folder = reportDirectory == null ? ProjectFolders.reports(project) : reportDirectory;
        File page = output == null ? new File(folder, tools.app() + "-report.html") : output;
        TextFile.write(page, ToolReport.html(tools));
        getLog().info("toolsmith: " + page + " shows the tools of " + tools.app() + ": "
                + tools.tools().size());
    }
}
