package dev.toolsmith.runtime.bundle;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * What has to be known of a manifest before the bundle's class is there.
 *
 * @param app what the manifest calls the app
 * @param bundleClass the name of the class that implements the bundle
 */
record BundleHead(String app, String bundleClass) {

    /**
     * Reads it.
     *
     * @param place what messages call the manifest
     */
    static BundleHead read(String place, byte[] manifest) {
        String app = "";
        String bundleClass = "";
        try (JsonParser parser = JsonMembers.parserOf(manifest)) {
            parser.nextToken();
            while (JsonMembers.next(parser)) {
                switch (parser.currentName()) {
                    case "app" -> app = JsonMembers.text(parser);
                    case "bundleClass" -> bundleClass = JsonMembers.text(parser);
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new ToolConfigurationException(place + " is not JSON. Generate the bundle again.", e);
        }
        return new BundleHead(app, bundleClass);
    }
}
