package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.MissingCapabilityException;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnansweredException;
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
        return answer(call.call().client(), InputRequest.form(CallQuestion.of(call), NO_FIELDS))
                .thenApply(ConfirmStep::refusal)
                .exceptionallyCompose(failure -> unanswered(call, Failures.cause(failure)))
                .thenCompose(refusal ->
                        refusal.map(CompletableFuture::completedFuture).orElseGet(proceed));
    }

    private static Optional<ToolResult> refusal(InputResponse response) {
        return response.isAccepted()
                ? Optional.empty()
                : Optional.of(Failures.refused(
                        "not_confirmed",
                        "The user did not confirm this call. Nothing was sent."
                                + " Do not send it again unless the user asks for it."));
    }

    /** What becomes of a call that nobody has agreed to or declined. */
    private static CompletableFuture<Optional<ToolResult>> unanswered(PreparedCall call, Throwable failure) {
        String asks = "This server asks the user before \"" + call.tool().name() + "\" is carried out";
        if (failure instanceof MissingCapabilityException missing) {
            return CompletableFuture.failedFuture(
                    new MissingCapabilityException(
                            missing.capability(),
                            asks
                                    + ", and this client has not declared elicitation by forms for the request. Nothing was sent."));
        }
        if (failure instanceof UnansweredException none) {
            String code = none.isAsked() ? "not_answered" : "cannot_confirm";
            String message = asks + ". Nothing was sent. " + none.why();
            return CompletableFuture.completedFuture(Optional.of(Failures.refused(code, message)));
        }
        return CompletableFuture.failedFuture(failure);
    }

    /** A response that comes with no word of ours answers a question that nobody has seen: it is asked after all. */
    private static CompletableFuture<InputResponse> answer(CallClient client, InputRequest question) {
        return client.response(KEY).isPresent() && client.state().isEmpty()
                ? CompletableFuture.failedFuture(new InputRequiredException(Map.of(KEY, question), Optional.empty()))
                : client.ask(KEY, question);
    }
}
