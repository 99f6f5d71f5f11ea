package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes what an API has said out of an answer, and leaves what is said of our own. */
final class WithheldResults {

    private static final String META = "_meta";
    private static final String TOOLS = "tools";
    private static final String TYPE = "resultType";
    private static final String QUESTIONS = "inputRequests";
    /** Members of results that may tell of an account beside tools: of prompts, resources and completion. */
    private static final List<String> TOLD_BESIDE = List.of("messages", "contents", "resources", "completion");

    private static final int INTERNAL_ERROR = -32603;

    private WithheldResults() {}

    /**
     * The same answer without results of an API; an answer without any stays as it is, byte by byte.
     *
     * @param listing what may be listed now in place of tools that tell of an account
     */
    static byte[] in(byte[] answer, Supplier<ListedTool> listing) {
        JsonNode tree = JsonTree.read(answer);
        boolean any = false;
        for (JsonNode each : tree.isArray() ? tree.values().toArray(JsonNode[]::new) : new JsonNode[] {tree}) {
            if (!(each instanceof ObjectNode answered) || !(each.path("result") instanceof ObjectNode result)) {
                continue;
            }
            if (TOLD_BESIDE.stream().anyMatch(result::has)) {
                answered.remove("result");
                answered.putObject("error")
                        .put("code", INTERNAL_ERROR)
                        .put("message", "This server was closed or changed while it was asked. Nothing is told.");
                any = true;
            } else if (result.has(QUESTIONS)) {
                result.remove(QUESTIONS);
                result.remove("requestState");
                withhold(result, Refused.overBeforeSending());
                any = true;
            } else if (isOfApi(result)) {
                withhold(result, Refused.overAfterSending(false));
                any = true;
            } else if (result.path(TOOLS).isArray()) {
                result.set(TOOLS, array(listing.get()));
                any = true;
            }
        }
        return any ? JsonTree.write(tree) : answer;
    }

    private static JsonNode array(ListedTool listing) {
        String inside = new String(listing.bytes(), listing.offset(), listing.length(), StandardCharsets.UTF_8);
        return JsonTree.read(("[" + inside + "]").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A result of a call is the API's unless it says why there is none. A status in it is the API's too, and why arguments
     * are not accepted may be so for what there is in the account.
     */
    private static boolean isOfApi(ObjectNode result) {
        JsonNode why = result.path(META).path(Refused.DETAILS);
        return result.has("content")
                && (!why.has("code")
                        || why.has("status")
                        || why.path("code").asString("").equals(Refused.INVALID_ARGUMENTS));
    }

    private static void withhold(ObjectNode result, Refused why) {
        if (result.has(TYPE)) {
            result.put(TYPE, "complete");
        }
        result.remove("structuredContent");
        result.putArray("content").addObject().put("type", "text").put("text", why.message());
        result.put("isError", true);
        result.putObject(META).putObject(Refused.DETAILS).put("code", why.reason());
    }
}
