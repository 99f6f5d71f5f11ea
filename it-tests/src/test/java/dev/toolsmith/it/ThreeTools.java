package dev.toolsmith.it;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that knows a server's three tools of discovery, and nothing else of it; notes what its answers cost a model. */
final class ThreeTools {

    private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private final Rpc rpc;
    private int mostOfSearch;
    private int mostOfSchema;

    ThreeTools(Rpc rpc) {
        this.rpc = rpc;
    }

    static int tokens(String text) {
        return O200K.countTokensOrdinary(text);
    }

    /** The names of the tools that are found first. */
    List<String> found(String phrase, int limit) {
        ToolAnswer answer =
                rpc.call("search_tools", Json.object().put("query", phrase).put("limit", limit));
        mostOfSearch = Math.max(mostOfSearch, tokens(answer.text()));
        List<String> names = new ArrayList<>();
        answer.json()
                .path("tools")
                .forEach(tool -> names.add(tool.required("name").asString()));
        return names;
    }

    /** The input schema of a tool. */
    JsonNode schema(String tool) {
        ObjectNode names = Json.object();
        names.putArray("tool_names").add(tool);
        ToolAnswer answer = rpc.call("get_tool_schema", names);
        mostOfSchema = Math.max(mostOfSchema, tokens(answer.text()));
        return answer.json().at("/tools/0/inputSchema");
    }

    /** What a call of a tool comes to. */
    ToolAnswer call(String tool, JsonNode arguments) {
        ObjectNode call = Json.object().put("tool_name", tool);
        call.set("arguments", arguments);
        return rpc.call("call_tool", call);
    }

    /** What the dearest answer of a search has cost, in tokens. */
    int mostOfSearch() {
        return mostOfSearch;
    }

    /** What the dearest schema has cost, in tokens. */
    int mostOfSchema() {
        return mostOfSchema;
    }

    /** A connection on which every tool is called by its own name, as if it were listed. */
    Rpc asIfListed() {
        return new Rpc() {

            @Override
            public CompletableFuture<JsonNode> send(String method, JsonNode params) {
                return rpc.send(method, params);
            }

            @Override
            public void tell(String method) {
                rpc.tell(method);
            }

            @Override
            public ToolAnswer call(String tool, JsonNode arguments) {
                return ThreeTools.this.call(tool, arguments);
            }

            @Override
            public void close() {
                rpc.close();
            }
        };
    }
}
