package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.LeftOut;
import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.upstream.Confirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a command line which tools a server offers, and what serves them. */
final class ServedTools {

    private ServedTools() {}

    /** The bundles' tools, narrowed as the options say. */
    static BundleTools of(VerbCall call) {
        return of(call, call.bundles());
    }

    /** The tools of other bundles, narrowed as the options say. */
    static BundleTools of(VerbCall call, List<ToolBundle> bundles) {
        ToolSelection selection = new ToolSelection(
                call.list(ServerOptions.METHODS),
                call.list(ServerOptions.TAGS),
                call.list(ServerOptions.TOOLS),
                List.of(),
                call.isOn(ServerOptions.READ_ONLY));
        Optional<ToolPreset> preset = preset(call);
        return preset.isPresent() ? of(bundles, preset.get(), selection) : BundleTools.of(bundles, selection);
    }

    private static BundleTools of(List<ToolBundle> bundles, ToolPreset preset, ToolSelection narrower) {
        BundleTools all = BundleTools.of(bundles, ToolSelection.everything());
        BundleTools left = all.narrowed(preset.fitting(all.tools()).selection());
        Optional<LeftOut> wider = LeftOut.of(preset.name(), left.tools(), all.tools(), narrower);
        if (wider.isPresent()) {
            throw new ToolConfigurationException(wider.get().text());
        }
        return left.narrowed(narrower);
    }

    /** The preset that was asked for. */
    private static Optional<ToolPreset> preset(VerbCall call) {
        Optional<String> wanted = call.option(ServerOptions.PRESET);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        StringBuilder known = new StringBuilder();
        for (ToolPreset preset : presets(call)) {
            if (preset.name().equals(wanted.get())) {
                return Optional.of(preset);
            }
            names.add(preset.name());
            known.append("\n  ").append(preset.name()).append(": ").append(preset.summary());
        }
        Optional<String> meant = ClosestNames.to(wanted.get(), names);
        throw new UsageException("There is no preset \"" + wanted.get() + "\"."
                + (meant.isPresent() ? " Did you mean \"" + meant.get() + "\"?" : "") + " There are:" + known);
    }

    private static List<ToolPreset> presets(VerbCall call) {
        List<ToolPreset> all = new ArrayList<>(List.of(ToolPreset.readOnly()));
        for (ServerExtension extension : call.extensions()) {
            all.addAll(extension.presets());
        }
        return all;
    }

    /** The filters that leave a tool out, as they were said; empty when there is no such tool or it is offered. */
    static List<String> leavingOut(VerbCall call, String name) {
        List<String> filters = new ArrayList<>();
        BundleTools.of(call.bundles(), ToolSelection.everything()).find(name).ifPresent(tool -> {
            for (Option option : ServerOptions.SELECTION) {
                if (!alone(call, option).takes(tool.descriptor())) {
                    filters.add(call.said(option));
                }
            }
        });
        return filters;
    }

    /** The selection that one filter makes. */
    private static ToolSelection alone(VerbCall call, Option filter) {
        if (filter.equals(ServerOptions.PRESET)) {
            return preset(call).map(ToolPreset::selection).orElseGet(ToolSelection::everything);
        }
        return new ToolSelection(
                filter.equals(ServerOptions.METHODS) ? call.list(filter) : List.of(),
                filter.equals(ServerOptions.TAGS) ? call.list(filter) : List.of(),
                filter.equals(ServerOptions.TOOLS) ? call.list(filter) : List.of(),
                List.of(),
                filter.equals(ServerOptions.READ_ONLY) && call.isOn(filter));
    }

    /**
     * Whether lists are exact for accounts: not where nothing more is known than what APIs publish. An engine whose list
     * stays as it is lists the published schemas; that is said where more was asked for.
     */
    static SchemaUse schemas(VerbCall call, Engine engine) {
        SchemaUse use = SchemaUse.of(call);
        for (ServerExtension extension : call.extensions()) {
            if (!extension.exactApps().isEmpty()) {
                if (use == SchemaUse.WAIT && !engine.followsChanges()) {
                    call.err()
                            .println("The engine \"" + engine.name()
                                    + "\" lists the published schemas; calls are checked by the exact ones.");
                }
                return use;
            }
        }
        return SchemaUse.PUBLISHED;
    }

    /** The engine that was asked for, or this project's own. */
    static Engine engine(VerbCall call) {
        String wanted = call.option(ServerOptions.ENGINE).orElse(KernelEngine.NAME);
        if (wanted.equals(KernelEngine.NAME)) {
            return new KernelEngine();
        }
        StringBuilder known = new StringBuilder(KernelEngine.NAME);
        for (ServerExtension extension : call.extensions()) {
            for (Engine engine : extension.engines()) {
                if (engine.name().equals(wanted)) {
                    refuseSilentQuestions(call, engine);
                    return engine;
                }
                known.append(", ").append(engine.name());
            }
        }
        throw new UsageException("There is no engine \"" + wanted + "\". There are: " + known + ".");
    }

    /** Where users have to be asked, an engine that cannot ask them would refuse every such call. */
    private static void refuseSilentQuestions(VerbCall call, Engine engine) {
        String confirm = call.option(ServerOptions.CONFIRM).orElse(Confirmation.NEVER.label());
        if (!engine.asksUsers() && !confirm.equals(Confirmation.NEVER.label())) {
            throw new UsageException("The engine \"" + engine.name()
                    + "\" cannot ask a client's user: leave out --engine " + engine.name() + ", or --confirm " + confirm
                    + ".");
        }
    }
}
