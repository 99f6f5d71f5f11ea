package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells a model what a search has found, in fewer than 1,200 tokens. */
final class SearchAnswer {

    private static final int MOST_TOKENS = 1_200;

    private static final int[] LENGTHS = {600, 400, 280, 200, 140, 90, 50, 0};

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SearchAnswer() {}

    /** The answer; descriptions are shortened as far as needed, and then the last tools left out. */
    static byte[] of(FoundTools found) {
        return of(found.tools(), note(found));
    }

    private static byte[] of(List<IndexedTool> found, String note) {
        for (int length : LENGTHS) {
            byte[] answer = answer(found, note, length);
            if (TokenGuess.of(answer) < MOST_TOKENS) {
                return answer;
            }
        }
        return found.size() > 1 ? of(found.subList(0, found.size() - 1), note) : answer(found, note, 0);
    }

    private static String note(FoundTools found) {
        List<String> mentioned = found.mentioned();
        String missing = found.missing().map(MissingDeed::words).orElse("");
        return mentioned.isEmpty()
                ? missing
                : "No tool is named after this. These mention: " + DiscoveryText.cut(String.join(", ", mentioned))
                        + ".";
    }

    private static byte[] answer(List<IndexedTool> found, String note, int longest) {
        ArrayNode tools = JSON.arrayNode();
        for (IndexedTool tool : found) {
            tools.add(row(tool, longest));
        }
        ObjectNode answer = JSON.objectNode();
        answer.set("tools", tools);
        if (!note.isEmpty()) {
            answer.put("note", note);
        }
        return JsonTree.write(answer);
    }

    private static ObjectNode row(IndexedTool tool, int longest) {
        ObjectNode row = JSON.objectNode();
        row.put("name", tool.name());
        String description = tool.description().isEmpty() ? tool.title() : tool.description();
        if (longest > 0 && !description.isEmpty()) {
            row.put("description", ShortText.of(description, longest));
        }
        row.put("required", String.join(", ", tool.required()));
        row.put("readOnly", tool.reads());
        return row;
    }
}
