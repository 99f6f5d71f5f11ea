package dev.toolsmith.runtime.upstream;

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

/** Asks the client's user before a call is sent. */
final class ConfirmStep implements CallStep {

    private static final String KEY = "confirm";

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
        return answer(client, InputRequest.form(CallQuestion.of(call), NO_FIELDS))
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
}
