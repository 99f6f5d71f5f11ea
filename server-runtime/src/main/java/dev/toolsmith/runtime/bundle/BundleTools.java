package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a server offers of its bundles. Reads each bundle's manifest and catalogue at once, and the index when it
 * is first needed: all tools of a single bundle can be listed without it.
 */
public final class BundleTools implements ToolList {

    private final List<LoadedBundle> bundles;
    private final List<BundleManifest> manifests;
    private final ToolSelection selection;
    private volatile @Nullable OfferedTools offered;

    private BundleTools(List<LoadedBundle> bundles, List<BundleManifest> manifests, ToolSelection selection) {
        this.bundles = bundles;
        this.manifests = manifests;
        this.selection = selection;
    }

    /**
     * Reads bundles and keeps what a selection takes.
     *
     * @throws ToolConfigurationException when a bundle cannot be read or has another format version, when an app, a tool
     *     name or a method and path of the same base URL stands in two bundles, when a part of the selection fits no
     *     tool, or when no tool is left; of a single bundle that is offered whole, an unreadable index is told when it is
     *     first needed
     */
    public static BundleTools of(List<ToolBundle> bundles, ToolSelection selection) {
        Map<String, LoadedBundle> loaded = new LinkedHashMap<>();
        List<BundleManifest> manifests = new ArrayList<>();
        for (ToolBundle bundle : bundles) {
            LoadedBundle one = LoadedBundle.of(bundle);
            if (loaded.put(one.manifest().app(), one) != null) {
                throw new ToolConfigurationException(
                        "Two bundles are of the app \"" + one.manifest().app() + "\". Leave one of them out.");
            }
            manifests.add(one.manifest());
        }
        BundleTools tools = new BundleTools(List.copyOf(loaded.values()), List.copyOf(manifests), selection);
        if (!tools.isOneBundleWhole()) {
            tools.offered();
        }
        return tools;
    }

    /**
     * These tools, narrowed further; shares what was read of the bundles.
     *
     * @throws ToolConfigurationException when a part of the selection fits no tool, or when no tool is left
     */
    public BundleTools narrowed(ToolSelection narrower) {
        OfferedTools left = offered().narrowed(narrower);
        BundleTools tools = new BundleTools(bundles, manifests, narrower.isEverything() ? selection : narrower);
        tools.offered = left;
        return tools;
    }

    /** All tools of the same bundles, whatever these were narrowed to. */
    public BundleTools whole() {
        if (isEverything()) {
            return this;
        }
        BundleTools all = new BundleTools(bundles, manifests, ToolSelection.everything());
        all.offered = offered().whole();
        return all;
    }

    /** Whether all tools of the bundles are offered, by no selection at all; known without reading an index. */
    public boolean isEverything() {
        return selection.isEverything();
    }

    /** A text for those who are offered these tools: without sentences, or parts of them, that name other tools. */
    public String told(String text) {
        return isEverything() ? text : offered().words().told(text);
    }

    /**
     * A listed tool or a schema for those who are offered these tools: with titles and descriptions without what names
     * other tools.
     *
     * @return the same object when nothing is left out
     */
    public ListedTool told(ListedTool object) {
        return isEverything() ? object : OfferedTexts.told(offered().words(), object);
    }

    private boolean isOneBundleWhole() {
        return bundles.size() == 1 && isEverything();
    }

    /** What the bundles say of themselves, in the order they were given. */
    public List<BundleManifest> manifests() {
        return manifests;
    }

    /** An offered tool; empty for one that is unknown or hidden. */
    public Optional<BundledTool> find(String name) {
        return offered().find(name);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return offered().descriptors();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        BundledTool bundled = find(tool.name())
                .orElseThrow(() -> new IllegalArgumentException("Tool is not offered: " + tool.name()));
        for (LoadedBundle bundle : bundles) {
            if (bundle.manifest().app().equals(bundled.manifest().app())) {
                return offered()
                        .listed(
                                tool.name(),
                                new ListedTool(bundle.catalogue(), tool.listedOffset(), tool.listedLength()));
            }
        }
        throw new IllegalStateException("A tool of no bundle: " + tool.name());
    }

    @Override
    public ListedTool listing() {
        return isOneBundleWhole() ? bundles.get(0).wholeListing() : ToolList.super.listing();
    }

    private OfferedTools offered() {
        OfferedTools read = offered;
        return read != null ? read : readIndexes();
    }

    private synchronized OfferedTools readIndexes() {
        OfferedTools read = offered;
        if (read == null) {
            read = OfferedTools.of(bundles, selection);
            offered = read;
        }
        return read;
    }

    static byte[] bytes(ToolBundle bundle, String resource) {
        try (InputStream in = bundle.open(resource)) {
            return in.readAllBytes();
        } catch (IOException | IllegalArgumentException e) {
            throw new ToolConfigurationException(
                    "The bundle \"" + bundle.app() + "\" has no readable " + resource + ". Generate it again.", e);
        }
    }
}
