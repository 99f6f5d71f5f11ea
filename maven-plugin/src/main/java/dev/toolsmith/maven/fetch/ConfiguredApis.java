package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.CatalogueRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The tools that a project's executions of goal {@code generate} make of downloaded files. */
final class ConfiguredApis {

    private final MavenProject project;
    private final String app;
    private final String naming;

    /**
     * The APIs of a project.
     *
     * @param project the project, or Maven's stand-in where there is none
     * @param app what a file's tools begin with when no execution says it
     * @param naming how a file's tools are named when no execution says it
     */
    ConfiguredApis(MavenProject project, String app, String naming) {
        this.project = project;
        this.app = app;
        this.naming = naming;
    }

    /** The requests that have one of the files among their documents; one for the file alone where there is none. */
    List<CatalogueRequest> of(Set<Path> files) {
        List<CatalogueRequest> requests = new ArrayList<>();
        Set<Path> alone = new LinkedHashSet<>(files);
        for (CatalogueRequest request : configured()) {
            if (request.documents().stream().anyMatch(files::contains)) {
                requests.add(request);
                alone.removeAll(request.documents());
            }
        }
        alone.forEach(file -> requests.add(CatalogueRequest.of(file, app, naming)));
        return requests;
    }

    private List<CatalogueRequest> configured() {
        List<CatalogueRequest> requests = new ArrayList<>();
        for (Plugin plugin : project.getBuildPlugins()) {
            if (plugin.getArtifactId().equals("toolsmith-maven-plugin")) {
                for (PluginExecution execution : plugin.getExecutions()) {
                    if (execution.getGoals().contains("generate")
                            && execution.getConfiguration() instanceof Xpp3Dom configuration) {
                        requests.add(request(configuration));
                    }
                }
            }
        }
        return requests;
    }

    private CatalogueRequest request(Xpp3Dom configuration) {
        return new CatalogueRequest(
                files(configuration, "specs"),
                files(configuration, "overlays"),
                text(configuration, "app", app),
                text(configuration, "naming", naming),
                texts(configuration, "include"),
                texts(configuration, "exclude"));
    }

    private List<Path> files(Xpp3Dom configuration, String list) {
        return texts(configuration, list).stream()
                .map(name -> Path.of(name).isAbsolute() ? Path.of(name) : base().resolve(name))
                .map(Path::normalize)
                .toList();
    }

    private Path base() {
        File base = project.getBasedir();
        return (base == null ? Path.of("") : base.toPath()).toAbsolutePath();
    }

    private static List<String> texts(Xpp3Dom configuration, String list) {
        Xpp3Dom found = configuration.getChild(list);
        List<String> texts = new ArrayList<>();
        if (found != null) {
            for (Xpp3Dom child : found.getChildren()) {
                texts.add(child.getValue() == null ? "" : child.getValue().strip());
            }
        }
        return texts;
    }

    private static String text(Xpp3Dom configuration, String name, String otherwise) {
        Xpp3Dom found = configuration.getChild(name);
        return found == null || found.getValue() == null
                ? otherwise
                : found.getValue().strip();
    }
}
