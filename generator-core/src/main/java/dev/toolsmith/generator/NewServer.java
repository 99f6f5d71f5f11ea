package dev.toolsmith.generator;

import dev.toolsmith.generator.NewServerResult.Made;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.ToolsLock;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.scaffold.EnvironmentGuide;
import dev.toolsmith.generator.scaffold.Scaffold;
import dev.toolsmith.generator.scaffold.ScaffoldFile;
import dev.toolsmith.generator.scaffold.ServerModule;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.ModuleFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a Maven module for the server of an API out of nothing but its description. */
public final class NewServer {

    private final NewServerRequest request;
    private final Diagnostics diagnostics = new Diagnostics();

    private NewServer(NewServerRequest request) {
        this.request = request;
    }

    /** Writes the module, or says why not. Never throws for what a user can mend. */
    public static NewServerResult make(NewServerRequest request) {
        NewServer server = new NewServer(request);
        Optional<Made> made = server.made();
        return new NewServerResult(made, server.diagnostics.all());
    }

    private Optional<Made> made() {
        return NewServerCheck.check(request, diagnostics).flatMap(this::made);
    }

    private Optional<Made> made(NewServerCheck.Wanted wanted) {
        return BuildableTools.of(wanted.documents(), wanted.plan(), diagnostics).flatMap(tools -> made(wanted, tools));
    }

    private Optional<Made> made(NewServerCheck.Wanted wanted, BuildableTools tools) {
        ServerModule module = wanted.module();
        ToolCatalog catalogue = tools.catalogue();
        List<ScaffoldFile> files = new ArrayList<>(Scaffold.of(module, catalogue, tools.overlay()));
        for (int i = 0; i < wanted.documents().size(); i++) {
            DescriptionSource document = wanted.documents().get(i);
            files.add(new ScaffoldFile("specs/" + module.specs().get(i), document.bytes()));
        }
        files.add(ScaffoldFile.of("tools.lock", ToolsLock.of(catalogue).toText()));
        Path folder = request.folder().orElseGet(() -> request.parent().resolve(module.artifactId()));
        if (!new ModuleFolder(folder).write(files, request.overwrite(), diagnostics)) {
            return Optional.empty();
        }
        List<String> variables = EnvironmentGuide.of(catalogue).needed();
        return Optional.of(new Made(
                folder,
                module.app(),
                module.artifactId(),
                variables,
                catalogue.tools().size(),
                tools.leftOut()));
    }
}
