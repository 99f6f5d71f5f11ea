package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.tool.ToolHints;
import java.util.Arrays;
import java.util.Set;

/** States the four hints of a tool. */
final class HintPlanner {

    private static final Set<String> DESTROYING =
            Set.of("overwrite", "replace", "merge", "delete", "remove", "clear", "reset", "purge", "destroy", "wipe");

    private HintPlanner() {}

    static ToolHints hints(ToolDraft draft, String kind, boolean reads) {
        String method = draft.operation().method();
        boolean destructive = !reads && (method.equals("DELETE") || destroys(kind));
        boolean idempotent = switch (method) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE" -> true;
            default -> reads || kind.equals("assert");
        };
        return draft.extensions().hints().over(new ToolHints(reads, destructive, idempotent, false));
    }

    private static boolean destroys(String kind) {
        return Arrays.stream(kind.split("_")).anyMatch(DESTROYING::contains);
    }
}
