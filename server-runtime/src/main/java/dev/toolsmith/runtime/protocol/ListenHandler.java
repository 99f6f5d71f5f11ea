package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.ListChanges;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code subscriptions/listen} (MCP 2026-07-28, Subscriptions): of all kinds, changes of the tool list alone. */
final class ListenHandler implements MethodHandler {

    private final ListChanges changes;
    private final AnswerWriter writer;

    ListenHandler(ListChanges changes, AnswerWriter writer) {
        this.changes = changes;
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<RawObject> asked = exchange.params().object("notifications");
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"notifications\" must be an object"));
        }
        Optional<RawValue> tools = asked.get().get("toolsListChanged");
        if (tools.isPresent() && !tools.get().isBoolean()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"toolsListChanged\" must be true or false"));
        }
        boolean listens = tools.isPresent() && tools.get().isTrue();
        byte[] id = exchange.request().id();
        byte[] result = writer.listenResult(id);
        Subscription subscription = listens
                ? Subscription.to(changes, id, notification("notifications/tools/list_changed", id, ""), result)
                : Subscription.toNothing(id, result);
        byte[] acknowledgement = notification(
                "notifications/subscriptions/acknowledged",
                id,
                listens ? ",\"notifications\":{\"toolsListChanged\":true}" : ",\"notifications\":{}");
        return CompletableFuture.completedFuture(new Reply.Listening(acknowledgement, subscription));
    }

    private static byte[] notification(String method, byte[] id, String more) {
        return new JsonBytes(192)
                .json("{\"jsonrpc\":\"2.0\",\"method\":")
                .string(method)
                .json(",\"params\":{\"_meta\":{")
                .string(Meta.SUBSCRIPTION_ID)
                .json(":")
                .json(id)
                .json("}")
                .json(more)
                .json("}}")
                .toBytes();
    }
}
