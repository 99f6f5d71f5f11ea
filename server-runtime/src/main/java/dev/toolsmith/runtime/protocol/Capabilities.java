package dev.toolsmith.runtime.protocol;

/** What a server can do and who it is, as both {@code initialize} and {@code server/discover} tell it. */
final class Capabilities {

    static final String JSON = "{\"tools\":{\"listChanged\":false}}";

    private Capabilities() {}

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
