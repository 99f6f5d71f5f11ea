package dev.toolsmith.maven;

import dev.toolsmith.generator.NewServer;
import dev.toolsmith.generator.NewServerRequest;
import dev.toolsmith.generator.NewServerResult;
import dev.toolsmith.generator.NewServerResult.Made;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Maven module for the server of an API out of nothing but its description: a POM, the names of the tools, a
 * lock of what they may do, a container file, a README and a smoke test. Needs no POM.
 */
@Mojo(name = "new-server", requiresProject = false, threadSafe = true)
public final class NewServerMojo extends AbstractMojo {

    /** The files of the description, OpenAPI or Swagger 2.0 in YAML or JSON. The first gives the title. */
    @Parameter(property = "toolsmith.spec")
    private List<String> specs = List.of();

    /** The word that stands in tool names and environment variables, such as {@code petstore}. By default from the title. */
    @Parameter(property = "toolsmith.app")
    private @Nullable String app;

    /** The new module's folder, which must be empty. By default it is named like the artifact, in this folder. */
    @Parameter(property = "toolsmith.outputDirectory")
    private @Nullable File outputDirectory;

    /** The module's Maven group. */
    @Parameter(property = "toolsmith.groupId", defaultValue = "com.example")
    private String groupId = "";

    /** The module's Maven artifact, which is the server's name too. By default {@code <app>-mcp-server}. */
    @Parameter(property = "toolsmith.artifactId")
    private @Nullable String artifactId;

    /** The module's version. */
    @Parameter(property = "toolsmith.version", defaultValue = "1.0.0-SNAPSHOT")
    private String version = "";

    /** The package of the generated classes. By default group and app. */
    @Parameter(property = "toolsmith.packageName")
    private @Nullable String packageName;

    /** How tools are named at first: {@code operationId}, or {@code path} for names made of resource and kind. */
    @Parameter(property = "toolsmith.naming", defaultValue = "operationId")
    private String naming = "";

    /** Whether the folder may hold something, and files of a module in it are replaced. */
    @Parameter(property = "toolsmith.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    private File here = new File("");

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin = new PluginDescriptor();

    @Override
    public void execute() throws MojoFailureException {
        refuseAddresses();
        NewServerResult result = NewServer.make(request());
        if (result.made().isEmpty()) {
            DiagnosticLog.write(result.diagnostics(), getLog());
            throw new MojoFailureException("toolsmith: no module was made");
        }
        result.made().ifPresent(this::tell);
    }

    private NewServerRequest request() {
        return new NewServerRequest(
                specs.stream().map(this::path).toList(),
                Optional.ofNullable(app),
                naming,
                here.toPath(),
                Optional.ofNullable(outputDirectory).map(folder -> path(folder.getPath())),
                groupId,
                Optional.ofNullable(artifactId),
                version,
                Optional.ofNullable(packageName),
                plugin.getVersion(),
                overwrite);
    }

    private Path path(String file) {
        return here.toPath().resolve(file);
    }

    private void refuseAddresses() throws MojoFailureException {
        for (String spec : specs) {
            if (spec.matches("(?i)https?://.*")) {
                throw new MojoFailureException("toolsmith: " + spec + " is an address; this goal takes files."
                        + " Download it first, for example with: mvn " + plugin.getGroupId() + ":"
                        + plugin.getArtifactId() + ":" + plugin.getVersion() + ":fetch -Dtoolsmith.url='"
                        + spec.replace("'", "'\\''") + "' -Dtoolsmith.spec=openapi.yaml");
            }
        }
    }

    private void tell(Made made) {
        for (String line : made.leftOut()) {
            getLog().warn("toolsmith: left out " + line);
        }
        if (!made.leftOut().isEmpty()) {
            getLog().warn("toolsmith: specs/" + made.app() + ".overlay.yaml holds what is left out, with the reasons");
        }
        String folder = made.folder().toString();
        String shown = folder.matches("[A-Za-z0-9_./~+-]+") ? folder : "'" + folder.replace("'", "'\\''") + "'";
        String variables = String.join(
                "", made.variables().stream().map(each -> each + "=... ").toList());
        getLog().info("toolsmith: made " + folder + " with " + made.tools() + (made.tools() == 1 ? " tool" : " tools"));
        getLog().info("");
        getLog().info("Build it, and serve it:");
        getLog().info("  cd " + shown + " && mvn package");
        getLog().info("  " + variables + "java -jar target/" + made.artifactId() + ".jar http");
    }
}
