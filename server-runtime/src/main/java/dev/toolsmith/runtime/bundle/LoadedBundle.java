package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;

/**
 * A bundle with what is read of it at once.
 *
 * @param bundle the bundle
 * @param manifest what it says of itself
 * @param catalogue its {@code catalogue.json}, not to be changed
 */
record LoadedBundle(ToolBundle bundle, BundleManifest manifest, byte[] catalogue) {

    static LoadedBundle of(ToolBundle bundle) {
        BundleManifest manifest = ManifestReader.read(bundle);
        byte[] catalogue = BundleTools.bytes(bundle, "catalogue.json");
        int last = lastVisible(catalogue, catalogue.length);
        if (last < 1 || catalogue[0] != '[' || catalogue[last] != ']') {
            throw new ToolConfigurationException(
                    "The catalogue.json of the bundle \"" + bundle.app() + "\" is no array. Generate it again.");
        }
        return new LoadedBundle(bundle, manifest, catalogue);
    }

    /** What stands between the brackets of the catalogue. */
    ListedTool wholeListing() {
        int begin = 1;
        while (catalogue[begin] <= ' ') {
            begin++;
        }
        int last = lastVisible(catalogue, lastVisible(catalogue, catalogue.length));
        return new ListedTool(catalogue, begin, Math.max(0, last + 1 - begin));
    }

    private static int lastVisible(byte[] catalogue, int before) {
        int last = before - 1;
        while (last >= 0 && catalogue[last] <= ' ') {
            last--;
        }
        return last;
    }
}
