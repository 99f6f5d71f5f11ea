package dev.toolsmith.runtime.protocol;

import java.util.List;

/** The dated revisions of MCP that this server speaks. */
final class Revision {

    /** The stateless revision: every request says which revision it follows. */
    static final String MODERN = "2026-07-28";

    /** The newest of those that begin with {@code initialize}. */
    static final String NEWEST_LEGACY = "2025-11-25";

    /** The revision whose content is text, images and resources only. */
    static final String WITHOUT_AUDIO = "2024-11-05";

    private static final List<String> LEGACY = List.of(WITHOUT_AUDIO, "2025-03-26", "2025-06-18", NEWEST_LEGACY);

    private static final byte[] ALL = all();

    private Revision() {}

    /** All that are spoken, the newest first, as a JSON array; whoever asks for one that has a handshake begins with it. */
    static byte[] supported() {
        return ALL;
    }

    private static byte[] all() {
        JsonBytes json = new JsonBytes(96).json("[").string(MODERN);
        for (int i = LEGACY.size() - 1; i >= 0; i--) {
            json.json(",").string(LEGACY.get(i));
        }
        return json.json("]").toBytes();
    }

    static boolean isLegacy(String version) {
        return LEGACY.contains(version);
    }
}
