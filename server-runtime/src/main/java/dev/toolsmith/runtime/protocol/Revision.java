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

    private Revision() {}

    static boolean isLegacy(String version) {
        return LEGACY.contains(version);
    }
}
