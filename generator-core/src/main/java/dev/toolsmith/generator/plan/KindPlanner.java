package dev.toolsmith.generator.plan;

import java.util.List;
import java.util.Locale;

/** Finds the method kind of a tool, and whether it leaves everything as it was. */
final class KindPlanner {

    private KindPlanner() {}

    static String kind(ToolDraft draft) {
        return draft.extensions()
                .kind()
                .or(() -> draft.partValues().map(PathShape.PartValues::kind))
                .orElseGet(() -> ofMethod(draft.operation().method(), draft.shape()));
    }

    /**
     * Whether a call changes nothing: what the overlay says, else GET and HEAD, else a POST that ends in query or
     * search and needs reading scopes alone.
     */
    static boolean reads(ToolDraft draft, List<String> scopes) {
        return draft.extensions().reads().orElseGet(() -> switch (draft.operation()
                .method()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            case "POST" ->
                isQuery(draft.shape())
                        && !scopes.isEmpty()
                        && scopes.stream().allMatch(scope -> scope.endsWith(":read"));
            default -> false;
        });
    }

    private static boolean isQuery(PathShape shape) {
        return shape.endsIn("query") || shape.endsIn("search");
    }

    private static String ofMethod(String method, PathShape shape) {
        boolean item = shape.endsInParameter();
        return switch (method) {
            case "GET" -> item ? "get" : "list";
            case "POST" -> ofPost(shape, item);
            case "PUT" -> item ? "overwrite" : "assert";
            case "PATCH" -> "update";
            case "DELETE" -> "delete";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    private static String ofPost(PathShape shape, boolean item) {
        if (shape.endsIn("query")) {
            return "list";
        }
        if (shape.endsIn("search")) {
            return "search";
        }
        return item ? "update" : "create";
    }
}
