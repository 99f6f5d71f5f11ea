package dev.toolsmith.runtime.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code subscriptions/listen} (MCP 2026-07-28, Subscriptions): of all kinds, changes of lists alone. */
final class ListenHandler implements MethodHandler {

    private final List<ChangingList> lists;
    private final AnswerWriter writer;

    ListenHandler(List<ChangingList> lists, AnswerWriter writer) {
        this.lists = lists;
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<RawObject> asked = exchange.params().object("notifications");
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"notifications\" must be an object"));
        }
        byte[] id = exchange.request().id();
        List<Subscription.Heard> heard = new ArrayList<>();
        JsonBytes honoured = new JsonBytes(96);
        for (ChangingList list : lists) {
            Optional<RawValue> wanted = asked.get().get(list.filter());
            if (wanted.isPresent() && !wanted.get().isBoolean()) {
                return CompletableFuture.completedFuture(Reply.Failure.invalidParams(
                        "Invalid params: \"".concat(list.filter()).concat("\" must be true or false")));
            }
            if (wanted.isPresent() && wanted.get().isTrue()) {
                heard.add(new Subscription.Heard(list.changes(), notification(list.method(), id, new byte[0])));
                honoured.member(list.filter()).json("true");
            }
        }
        byte[] result = writer.listenResult(id);
        Subscription subscription =
                heard.isEmpty() ? Subscription.toNothing(id, result) : Subscription.to(heard, id, result);
        byte[] acknowledgement = notification(
                "notifications/subscriptions/acknowledged",
                id,
                new JsonBytes(96)
                        .json(",\"notifications\":{")
                        .json(honoured.toBytes())
                        .json("}")
                        .toBytes());
        return CompletableFuture.completedFuture(new Reply.Listening(acknowledgement, subscription));
    }

    private static byte[] notification(String method, byte[] id, byte[] more) {
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
