package dev.toolsmith.platform.account;

import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.discovery.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a server's extensions bring for all APIs that are hosted.
 *
 * @param presets choices of tools that have names; which of them fit an API shows by its tools
 * @param words what people call the things of the APIs; asked for at the first search
 */
public record HostedExtras(List<ToolPreset> presets, Supplier<SearchWords> words) {

    /** Nothing but what every server has. */
    public static final HostedExtras NONE = new HostedExtras(List.of(), () -> SearchWords.NONE);

    public HostedExtras {
        presets = List.copyOf(presets);
    }

    /** All presets, with the one that every server has as the first. */
    public List<ToolPreset> allPresets() {
        List<ToolPreset> all = new ArrayList<>();
        all.add(ToolPreset.readOnly());
        all.addAll(presets);
        return List.copyOf(all);
    }
}
