package dev.toolsmith.platform.account;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.cli.ServerExtension;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.view.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a server's extensions bring for all APIs that are hosted.
 *
 * @param presets choices of tools that have names; which of them fit an API shows by its tools
 * @param words what people call the things of the APIs; asked for at the first search
 * @param hasPrompts whether any of the contexts may offer prompts
 * @param contexts what is offered beside tools, at most one an API
 * @param views how answers are shown that are not shown as the API gives them, at most one an API
 */
public record HostedExtras(
        List<ToolPreset> presets,
        Supplier<SearchWords> words,
        boolean hasPrompts,
        List<ContextContributor> contexts,
        List<ResultView> views) {

    /** Nothing but what every server has. */
    public static final HostedExtras NONE =
            new HostedExtras(List.of(), () -> SearchWords.NONE, false, List.of(), List.of());

    public HostedExtras {
        presets = List.copyOf(presets);
        contexts = List.copyOf(contexts);
        views = List.copyOf(views);
    }

    /** All that extensions bring. */
    public static HostedExtras of(List<ServerExtension> extensions) {
        return new HostedExtras(
                extensions.stream().flatMap(each -> each.presets().stream()).toList(),
                () -> extensions.stream().map(ServerExtension::searchWords).reduce(SearchWords.NONE, SearchWords::and),
                extensions.stream().anyMatch(ServerExtension::hasPrompts),
                extensions.stream()
                        .flatMap(each -> each.contextContributors().stream())
                        .toList(),
                extensions.stream().flatMap(each -> each.resultViews().stream()).toList());
    }

    /** All presets, with the one that every server has as the first. */
    public List<ToolPreset> allPresets() {
        List<ToolPreset> all = new ArrayList<>();
        all.add(ToolPreset.readOnly());
        all.addAll(presets);
        return List.copyOf(all);
    }
}
