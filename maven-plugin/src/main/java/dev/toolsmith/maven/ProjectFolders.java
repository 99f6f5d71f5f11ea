package dev.toolsmith.maven;

import dev.toolsmith.generator.write.OutputFolders;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where files go in a project, or without one.
 *
 * @param output the folders
 * @param inProject whether there is a POM
 */
record ProjectFolders(OutputFolders output, boolean inProject) {

    static ProjectFolders of(MavenProject project, File sources, @Nullable File resources, @Nullable File reports) {
        boolean inProject = project.getFile() != null;
        Path target = Path.of(project.getBuild().getDirectory());
        Path besides = sources.toPath();
        Path data = inProject ? target.resolve("generated-resources").resolve("toolsmith") : besides;
        Path pages = inProject ? target.resolve("toolsmith") : besides;
        return new ProjectFolders(
                new OutputFolders(
                        sources.toPath(),
                        resources == null ? data : resources.toPath(),
                        reports == null ? pages : reports.toPath()),
                inProject);
    }

    /** Where pages for people go that are asked for: in the project's target folder, or in one where Maven was started. */
    static File reports(MavenProject project) {
        String target =
                project.getFile() == null ? "target" : project.getBuild().getDirectory();
        return new File(target, "toolsmith");
    }

    /** Makes the project compile the sources and pack the resources. */
    void addTo(MavenProject project) {
        if (!inProject) {
            return;
        }
        project.addCompileSourceRoot(output.sources().toString());
        String resources = output.resources().toString();
        if (project.getResources().stream().noneMatch(each -> resources.equals(each.getDirectory()))) {
            Resource root = new Resource();
            root.setDirectory(resources);
            root.addExclude(".toolsmith-*");
            project.addResource(root);
        }
    }
}
