package dev.toolsmith.it.conformance;

import dev.toolsmith.it.Json;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** The tools that ask their client for something. */
final class AskingTools {

    private static final String PREFIX = "test_input_required_result_";
    private static final String MESSAGE =
            "{\"type\":\"object\",\"properties\":{\"message\":{\"type\":\"string\"}},\"required\":[\"message\"]}";
    private static final InputRequest NAME = Questions.form("Who is calling?", "name", "string");
    private static final InputRequest AGREED = Questions.form("Shall it go on?", "ok", "boolean");
    private static final InputRequest COLOUR = Questions.form("Which colour do you like?", "color", "string");

    private AskingTools() {}

    static List<FixtureTool> all() {
        return List.of(
                asking(PREFIX + "elicitation", "user_name", NAME),
                asking(PREFIX + "sampling", "capital_question", Questions.sampling("Name the capital of France.")),
                asking(PREFIX + "list_roots", "client_roots", Questions.roots()),
                FixtureTool.of(PREFIX + "request_state", AskingTools::keepingState),
                FixtureTool.of(PREFIX + "tampered_state", AskingTools::keepingState),
                FixtureTool.of(PREFIX + "multiple_inputs", AskingTools::severalAtOnce),
                FixtureTool.of(PREFIX + "multi_round", AskingTools::inTwoRounds),
                FixtureTool.of(PREFIX + "capabilities", AskingTools::whatIsOffered),
                asking("test_missing_capability", "question", Questions.sampling("Is anybody there?")),
                FixtureTool.of("test_streaming_elicitation", AskingTools::afterSomeProgress),
                asking("test_sampling", "question", Questions.sampling("Say something.")),
                FixtureTool.of("test_elicitation", MESSAGE, call -> answered(call, "user", person(call))),
                asking("test_elicitation_sep1034_defaults", "form", defaults()),
                asking("test_elicitation_sep1330_enums", "form", choices()));
    }

    private static FixtureTool asking(String name, String key, InputRequest request) {
        return FixtureTool.of(name, call -> answered(call, key, request));
    }

    private static CompletableFuture<ToolResult> answered(ToolCall call, String key, InputRequest request) {
        return call.client()
                .ask(key, request)
                .thenCompose(response ->
                        Results.text("The client said: " + new String(response.whole(), StandardCharsets.UTF_8)));
    }

    private static CompletableFuture<ToolResult> keepingState(ToolCall call) {
        Optional<InputResponse> agreed = call.client().response("confirm").filter(InputResponse::isAccepted);
        return agreed.isPresent() && call.client().state().equals(Optional.of("asked"))
                ? Results.text("state-ok")
                : ask(Map.of("confirm", AGREED), "asked");
    }

    private static CompletableFuture<ToolResult> severalAtOnce(ToolCall call) {
        Map<String, InputRequest> requests = new LinkedHashMap<>();
        requests.put("user_name", NAME);
        requests.put("greeting", Questions.sampling("Greet somebody."));
        requests.put("client_roots", Questions.roots());
        boolean all = requests.keySet().stream()
                .allMatch(key -> call.client().response(key).isPresent());
        return all && call.client().state().isPresent() ? Results.text("All is answered.") : ask(requests, "asked");
    }

    private static CompletableFuture<ToolResult> inTwoRounds(ToolCall call) {
        CallClient client = call.client();
        if (client.state().equals(Optional.of("named"))
                && client.response("step2").isPresent()) {
            return Results.text("Both steps are done.");
        }
        return client.state().equals(Optional.of("begun"))
                        && client.response("step1").isPresent()
                ? ask(Map.of("step2", COLOUR), "named")
                : ask(Map.of("step1", NAME), "begun");
    }

    private static CompletableFuture<ToolResult> whatIsOffered(ToolCall call) {
        return call.client().canConfirm()
                ? answered(call, "confirm", AGREED)
                : answered(call, "question", Questions.sampling("May it go on?"));
    }

    private static CompletableFuture<ToolResult> afterSomeProgress(ToolCall call) {
        call.client().progress(1, OptionalLong.of(2), "about to ask");
        return answered(call, "user_name", NAME);
    }

    private static CompletableFuture<ToolResult> ask(Map<String, InputRequest> requests, String state) {
        return CompletableFuture.failedFuture(new InputRequiredException(requests, Optional.of(state)));
    }

    private static InputRequest person(ToolCall call) {
        String message = Json.parse(call.arguments()).path("message").asString("");
        return Questions.form(message, schema -> {
            ObjectNode fields = schema.withObject("/properties");
            fields.putObject("username").put("type", "string");
            fields.putObject("email").put("type", "string").put("format", "email");
            schema.putArray("required").add("username").add("email");
        });
    }

    private static InputRequest defaults() {
        return Questions.form("Is this right?", schema -> {
            ObjectNode fields = schema.withObject("/properties");
            fields.putObject("name").put("type", "string").put("default", "John Doe");
            fields.putObject("age").put("type", "integer").put("default", 30);
            fields.putObject("score").put("type", "number").put("default", 95.5);
            ObjectNode status = fields.putObject("status").put("type", "string").put("default", "active");
            status.putArray("enum").add("active").add("inactive").add("pending");
            fields.putObject("verified").put("type", "boolean").put("default", true);
        });
    }

    private static InputRequest choices() {
        return Questions.form("Choose.", schema -> {
            ObjectNode fields = schema.withObject("/properties");
            fields.putObject("untitledSingle")
                    .put("type", "string")
                    .putArray("enum")
                    .add("one")
                    .add("two");
            fields.putObject("titledMulti")
                    .put("type", "array")
                    .putObject("items")
                    .putArray("anyOf")
                    .addObject()
                    .put("const", "one")
                    .put("title", "The first");
        });
    }
}
