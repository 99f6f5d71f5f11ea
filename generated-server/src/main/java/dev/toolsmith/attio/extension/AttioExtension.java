package dev.toolsmith.attio.extension;

import dev.toolsmith.attio.guide.AttioGuide;
import dev.toolsmith.attio.view.AttioView;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.cli.EmbeddedUpstream;
import dev.toolsmith.runtime.cli.Engine;
import dev.toolsmith.runtime.cli.ServerExtension;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.view.ResultView;
import dev.toolsmith.sandbox.AttioSandbox;
import dev.toolsmith.sdk.SdkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Makes {@code --sandbox} serve the tools against a local Attio with a sample workspace, adds {@code --engine sdk},
 * schemas that are exact for a workspace, and hosting for many accounts. The classes of each are loaded when they are asked for.
 */
public final class AttioExtension implements ServerExtension {

    private static final String INSTRUCTIONS =
            "Attio is a CRM. Records (people, companies, deals and others) belong to an object; an entry is the place of a"
                    + " record on a list, such as a pipeline, and has values of its own: its stage there is changed on the"
                    + " entry. In fields values are named like id,values.name on records, id,entry_values.stage on entries.";

    private static final String ASSERTING =
            " Where something may exist already use the assert tools, which are safe to repeat.";

    @Override
    public Optional<EmbeddedUpstream> embeddedUpstream() {
        return Optional.of(new SandboxUpstream());
    }

    @Override
    public List<Engine> engines() {
        return new SdkExtension().engines();
    }

    @Override
    public List<Verb> verbs() {
        return AttioHosting.verbs();
    }

    @Override
    public String instructions() {
        return INSTRUCTIONS + ASSERTING;
    }

    @Override
    public String instructions(BundleTools offered) {
        for (ToolDescriptor tool : offered.tools()) {
            if (tool.kind().equals("assert")) {
                return instructions();
            }
        }
        return INSTRUCTIONS;
    }

    @Override
    public List<ToolPreset> presets() {
        return AttioPresets.all();
    }

    @Override
    public List<ResultView> resultViews() {
        return List.of(new AttioView());
    }

    @Override
    public List<SchemaContributor> schemaContributors() {
        return List.of(new AttioWorkspaces());
    }

    @Override
    public List<String> exactApps() {
        return List.of("attio");
    }

    @Override
    public SearchWords searchWords() {
        return AttioWords.all();
    }

    @Override
    public List<ContextContributor> contextContributors() {
        return List.of(new AttioGuide());
    }

    @Override
    public boolean hasPrompts() {
        return true;
    }

    private static final class SandboxUpstream implements EmbeddedUpstream {

        @Override
        public String app() {
            return "attio";
        }

        @Override
        public Running start() throws IOException {
            try {
                return new RunningSandbox(AttioSandbox.start(0));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private record RunningSandbox(AttioSandbox sandbox) implements EmbeddedUpstream.Running {

        @Override
        public URI baseUrl() {
            return sandbox.baseUri();
        }

        @Override
        public String token() {
            return sandbox.token();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
