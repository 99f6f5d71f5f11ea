package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One app's bundle that was replaced by another.
 *
 * @param app the app
 * @param before what was served; empty when the app is new
 * @param after what is served now; empty when the app is gone
 * @param added how many tools are new
 * @param removed how many tools are gone
 */
public record BundleSwap(
        String app, Optional<BundleVersion> before, Optional<BundleVersion> after, int added, int removed) {

    static BundleSwap of(String app, Optional<ToolBundle> before, Optional<ToolBundle> after) {
        Set<String> old = names(before);
        Set<String> now = names(after);
        int added = 0;
        for (String name : now) {
            added += old.contains(name) ? 0 : 1;
        }
        return new BundleSwap(
                app,
                before.map(BundleVersion::of),
                after.map(BundleVersion::of),
                added,
                old.size() + added - now.size());
    }

    private static Set<String> names(Optional<ToolBundle> bundle) {
        Set<String> names = new HashSet<>();
        if (bundle.isPresent()) {
            for (ToolDescriptor tool : BundleTools.of(List.of(bundle.get()), ToolSelection.everything())
                    .tools()) {
                names.add(tool.name());
            }
        }
        return names;
    }

    /** Such as {@code attio 2.0.0 (0f3a99c1d2e4) -> 2.1.0 (77ab01c2d3e4): 3 tools added, 1 removed}. */
    @Override
    public String toString() {
        return app + " " + before.map(BundleVersion::versionAndDigest).orElse("(none)") + " -> "
                + after.map(BundleVersion::versionAndDigest).orElse("(none)") + ": " + added + " tools added, "
                + removed + " removed";
    }
}
