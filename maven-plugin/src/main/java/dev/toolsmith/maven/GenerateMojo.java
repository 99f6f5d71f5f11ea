package dev.toolsmith.maven;

import dev.toolsmith.generator.GeneratorRequest;
import dev.toolsmith.generator.GeneratorResult;
import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates tool classes, a tool catalogue and JSON schemas from an API description, and a {@code Main} if a server
 * name is given. Does nothing when neither the inputs nor the outputs have changed. Works without a POM too.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends CatalogueMojo {

    /** The files of the description, OpenAPI in YAML or JSON. The first gives title, version and base URL. */
    @Parameter(property = "toolsmith.spec", required = true)
    private List<File> specs = List.of();

    /** The word that stands in tool names and environment variables, such as {@code attio}. */
    @Parameter(property = "toolsmith.app", required = true)
    private String app = "";

    /** The package of the generated classes. */
    @Parameter(property = "toolsmith.packageName", required = true)
    private String packageName = "";

    /** The server's name, such as {@code attio-mcp-server}. A {@code Main} is generated only when it is given. */
    @Parameter(property = "toolsmith.serverName")
    private @Nullable String serverName;

    /** The version that the server tells its clients. */
    @Parameter(property = "toolsmith.serverVersion", defaultValue = "${project.version}")
    private String serverVersion = "";

    /** Names of classes that implement {@code dev.toolsmith.runtime.cli.ServerExtension}, for {@code Main}. */
    @Parameter(property = "toolsmith.extensions")
    private List<String> extensions = List.of();

    /** Where Java sources go; in a project the folder becomes a compile source root. */
    @Parameter(
            property = "toolsmith.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/toolsmith")
    private File outputDirectory = new File("");

    /** Where resources go; in a project the folder becomes a resource root. Without a POM: the output directory. */
    @Parameter(property = "toolsmith.resourcesDirectory")
    private @Nullable File resourcesDirectory;

    /** Where the tool references for people go. Without a POM: the output directory. */
    @Parameter(property = "toolsmith.reportDirectory")
    private @Nullable File reportDirectory;

    /** From which severity on nothing is written and the build fails: {@code error}, {@code warning}, {@code never}. */
    @Parameter(property = "toolsmith.failOn", defaultValue = "error")
    private String failOn = "";

    /**
     * The file of the tools that were accepted. When it is there, a tool that is new, gone or renamed, or has another
     * class, other scopes or another operation, fails the build until it is accepted. Several APIs can share the file.
     */
    @Parameter(property = "toolsmith.lock", defaultValue = "${project.basedir}/tools.lock")
    private @Nullable File lock;

    /** Whether to accept the tools as they come, and record them in the lock. For the command line, never for a POM. */
    @Parameter(property = "toolsmith.accept", defaultValue = "false")
    private boolean accept;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    @Override
    void run() throws MojoFailureException {
        ProjectFolders folders = ProjectFolders.of(project, outputDirectory, resourcesDirectory, reportDirectory);
        GeneratorResult result = ToolGenerator.generate(request(folders.output()));
        DiagnosticLog.write(result.diagnostics(), getLog());
        if (result.outcome() == Outcome.FAILED) {
            throw new MojoFailureException(result.summary());
        }
        getLog().info(result.summary());
        folders.addTo(project);
    }

    private GeneratorRequest request(OutputFolders output) {
        Optional<ServerMain> main =
                Optional.ofNullable(serverName).map(name -> new ServerMain(name, serverVersion, extensions));
        Optional<Path> accepted = Optional.ofNullable(lock).map(File::toPath);
        return new GeneratorRequest(catalogue(specs, app), packageName, main, output, failOn, accepted, accept);
    }
}
