package dev.toolsmith.runtime.protocol;

/** What a server can do and who it is, as both {@code initialize} and {@code server/discover} tell it. */
final class Capabilities {

    private static final String FIXED = "{\"tools\":{\"listChanged\":false}}";
    private static final String CHANGING = "{\"tools\":{\"listChanged\":true}}";

    private Capabilities() {}

    /**
     * What a server can do.
     *
     * @param changes whether it tells of changes of its tool list
     */
    static String json(boolean changes) {
        return changes ? CHANGING : FIXED;
    }

    static JsonBytes serverInfo(JsonBytes to, ServerIdentity identity) {
        return to.json("{\"name\":")
                .string(identity.name())
                .json(",\"version\":")
                .string(identity.version())
                .json("}");
    }

    /** Appends the {@code instructions} member, where there are any. */
    static void instructions(JsonBytes to, ServerIdentity identity) {
        if (!identity.instructions().isEmpty()) {
            to.json(",\"instructions\":").string(identity.instructions());
        }
    }
}
