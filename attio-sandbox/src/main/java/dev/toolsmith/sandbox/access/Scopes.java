package dev.toolsmith.sandbox.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scopes of tokens: thirteen families, each to read or to read and write. */
public final class Scopes {
    private static final List<String> FAMILIES = List.of(
            "user_management",
            "record_permission",
            "object_configuration",
            "list_entry",
            "list_configuration",
            "public_collection",
            "private_collection",
            "comment",
            "task",
            "note",
            "meeting",
            "call_recording",
            "webhook");

    private Scopes() {}

    /** All 26 scopes. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String family : FAMILIES) {
            all.add(family + ":read");
            all.add(family + ":read-write");
        }
        return List.copyOf(all);
    }

    /** The scopes that write, which imply those that read. */
    public static List<String> full() {
        return FAMILIES.stream().map(family -> family + ":read-write").toList();
    }

    /** Whether the held scopes allow what needs a scope: {@code read-write} implies {@code read}. */
    public static boolean allow(Set<String> held, String needed) {
        return held.contains(needed) || (needed.endsWith(":read") && held.contains(needed + "-write"));
    }
}
