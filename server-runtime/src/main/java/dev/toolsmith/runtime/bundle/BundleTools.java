package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tools that a server offers of its bundles. Reads each bundle's manifest, index and catalogue once. */
public final class BundleTools implements ToolList {

    private final Map<String, BundledTool> byName;
    private final Map<String, byte[]> catalogues;
    private final List<BundleManifest> manifests;
    private final List<ToolDescriptor> descriptors;

    private BundleTools(
            Map<String, BundledTool> byName, Map<String, byte[]> catalogues, List<BundleManifest> manifests) {
        this.byName = byName;
        this.catalogues = catalogues;
        this.manifests = List.copyOf(manifests);
        List<ToolDescriptor> rows = new ArrayList<>(byName.size());
        for (BundledTool tool : byName.values()) {
            rows.add(tool.descriptor());
        }
        this.descriptors = List.copyOf(rows);
    }

    /**
     * Reads bundles and keeps what a selection takes.
     *
     * @throws ToolConfigurationException when a bundle cannot be read or has another format version, when an app, a tool
     *     name or a method and path of the same base URL stands in two bundles, when a part of the selection fits no
     *     tool, or when no tool is left
     */
    public static BundleTools of(List<ToolBundle> bundles, ToolSelection selection) {
        TreeMap<String, BundledTool> all = new TreeMap<>();
        Map<String, byte[]> catalogues = new HashMap<>();
        List<BundleManifest> manifests = new ArrayList<>();
        Map<String, String> appOfOperation = new HashMap<>();
        for (ToolBundle bundle : bundles) {
            BundleManifest manifest = ManifestReader.read(bundle);
            byte[] catalogue = bytes(bundle, "catalogue.json");
            if (catalogues.put(manifest.app(), catalogue) != null) {
                throw new ToolConfigurationException(
                        "Two bundles are of the app \"" + manifest.app() + "\". Leave one of them out.");
            }
            manifests.add(manifest);
            for (BundledTool tool : IndexReader.read(bundle, manifest, catalogue.length)) {
                addOnce(tool, all, appOfOperation);
            }
        }
        return new BundleTools(SelectedTools.of(all, selection), catalogues, manifests);
    }

    /** What the bundles say of themselves, in the order they were given. */
    public List<BundleManifest> manifests() {
        return manifests;
    }

    /** An offered tool; empty for one that is unknown or hidden. */
    public Optional<BundledTool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<ToolDescriptor> tools() {
        return descriptors;
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        BundledTool bundled = byName.get(tool.name());
        byte[] catalogue =
                bundled == null ? null : catalogues.get(bundled.manifest().app());
        if (catalogue == null) {
            throw new IllegalArgumentException("Tool is not offered: " + tool.name());
        }
        return new ListedTool(catalogue, tool.listedOffset(), tool.listedLength());
    }

    static byte[] bytes(ToolBundle bundle, String resource) {
        try (InputStream in = bundle.open(resource)) {
            return in.readAllBytes();
        } catch (IOException | IllegalArgumentException e) {
            throw new ToolConfigurationException(
                    "The bundle \"" + bundle.app() + "\" has no readable " + resource + ". Generate it again.", e);
        }
    }

    private static void addOnce(BundledTool tool, Map<String, BundledTool> all, Map<String, String> appOfOperation) {
        BundledTool other = all.put(tool.name(), tool);
        String app = tool.manifest().app();
        if (other != null) {
            throw new ToolConfigurationException("The tool \"" + tool.name() + "\" stands twice: in the bundles \""
                    + other.manifest().app() + "\" and \"" + app + "\". Leave one of them out.");
        }
        String operation = tool.descriptor()
                .method()
                .concat(" ")
                .concat(tool.manifest().baseUrl())
                .concat(tool.descriptor().path());
        String otherApp = appOfOperation.putIfAbsent(operation, app);
        if (otherApp != null && !otherApp.equals(app)) {
            throw new ToolConfigurationException(operation + " stands in the bundles \"" + otherApp + "\" and \"" + app
                    + "\". Leave one of them out.");
        }
    }
}
