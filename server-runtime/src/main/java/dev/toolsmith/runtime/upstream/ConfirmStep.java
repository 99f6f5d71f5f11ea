package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks the client's user before a call is sent. */
final class ConfirmStep implements CallStep {

    private static final String KEY = "confirm";
    private static final int MOST_ARGUMENTS = 12;
    private static final int LONGEST_VALUE = 120;

    /** Nothing has to be filled in: whoever accepts the form confirms. */
    private static final byte[] NO_FIELDS =
            "{\"type\":\"object\",\"properties\":{}}".getBytes(StandardCharsets.US_ASCII);

    private final Confirmation policy;

    ConfirmStep(Confirmation policy) {
        this.policy = policy;
    }

    @Override
    public CompletableFuture<ToolResult> around(PreparedCall call, Supplier<CompletableFuture<ToolResult>> proceed) {
        if (!policy.asksFor(call.tool())) {
            return proceed.get();
        }
        CallClient client = call.call().client();
        if (!client.canConfirm()) {
            return CompletableFuture.completedFuture(Failures.refused(
                    "cannot_confirm",
                    "This server asks the user before \"" + call.tool().name() + "\" is carried out, and this client"
                            + " does not let it ask (it does not offer elicitation by forms). Nothing was sent."
                            + " Use a client that does, or tell the operator of this server."));
        }
        return answer(client, InputRequest.form(question(call), NO_FIELDS))
                .thenCompose(response -> response.isAccepted()
                        ? proceed.get()
                        : CompletableFuture.completedFuture(Failures.refused(
                                "not_confirmed",
                                "The user did not confirm this call. Nothing was sent."
                                        + " Do not send it again unless the user asks for it.")));
    }

    /** A response that comes with no word of ours answers a question that nobody has seen: it is asked after all. */
    private static CompletableFuture<InputResponse> answer(CallClient client, InputRequest question) {
        return client.response(KEY).isPresent() && client.state().isEmpty()
                ? CompletableFuture.failedFuture(new InputRequiredException(Map.of(KEY, question), Optional.empty()))
                : client.ask(KEY, question);
    }

    private static String question(PreparedCall call) {
        StringBuilder text = new StringBuilder(256)
                .append(call.tool().manifest().title())
                .append(": ")
                .append(ToolHints.of(call.tool()).title())
                .append(" (")
                .append(call.tool().name())
                .append(")?");
        int told = 0;
        for (Map.Entry<String, JsonNode> argument : call.arguments().properties()) {
            if (told++ == MOST_ARGUMENTS) {
                return text.append("\n…").toString();
            }
            text.append('\n')
                    .append(argument.getKey())
                    .append(": ")
                    .append(ShortText.of(JsonTree.text(argument.getValue()), LONGEST_VALUE));
        }
        return text.toString();
    }
}
