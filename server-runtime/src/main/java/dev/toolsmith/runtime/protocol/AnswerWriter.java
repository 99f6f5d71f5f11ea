package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.protocol.Answer.Standing;
import dev.toolsmith.runtime.tool.RateLimit;
import java.util.List;
import java.util.Optional;

/** Puts replies into JSON-RPC envelopes, in the form of the era that was asked in. */
final class AnswerWriter {

    private final byte[] serverInfo;

    AnswerWriter(ServerIdentity identity) {
        JsonBytes meta = new JsonBytes(128).member(Meta.SERVER_INFO);
        this.serverInfo = Capabilities.serverInfo(meta, identity).toBytes();
    }

    Answer answer(Message.Request request, Era era, Reply reply) {
        if (reply instanceof Reply.Result result) {
            return new Answer(Standing.ANSWERED, result(request.id(), era, "complete", result), result.rateLimit());
        }
        if (reply instanceof Reply.InputRequired input) {
            Reply.Result asking = new Reply.Result(input.members(), new byte[0], Optional.empty());
            byte[] body = result(request.id(), era, "input_required", asking);
            return new Answer(Standing.ANSWERED, body, Optional.empty());
        }
        if (reply instanceof Reply.Listening listening) {
            return new Answer(
                    Standing.LISTENING,
                    listening.acknowledgement(),
                    Optional.empty(),
                    Optional.of(listening.subscription()));
        }
        Reply.Failure failure = (Reply.Failure) reply;
        return new Answer(standing(era, failure.code()), failure(request.id(), failure), Optional.empty());
    }

    private static Standing standing(Era era, int code) {
        if (era == Era.LEGACY || code == Reply.Failure.INTERNAL_ERROR) {
            return Standing.ANSWERED;
        }
        return code == Reply.Failure.METHOD_NOT_FOUND ? Standing.NOT_FOUND : Standing.BAD_REQUEST;
    }

    private byte[] result(byte[] id, Era era, String type, Reply.Result result) {
        JsonBytes json = new JsonBytes(result.members().length + 256)
                .json("{\"jsonrpc\":\"2.0\",\"id\":")
                .json(id)
                .json(",\"result\":{");
        JsonBytes meta = new JsonBytes(64).json(result.meta());
        if (era == Era.MODERN) {
            json.json("\"resultType\":").string(type).json(result.members().length > 0 ? "," : "");
            meta.json(result.meta().length > 0 ? "," : "").json(serverInfo);
        }
        json.json(result.members());
        byte[] metaMembers = meta.toBytes();
        if (metaMembers.length > 0) {
            json.json(",\"_meta\":{").json(metaMembers).json("}");
        }
        return json.json("}}").toBytes();
    }

    /** What ends a subscription well (MCP 2026-07-28, SubscriptionsListenResult). */
    byte[] listenResult(byte[] id) {
        byte[] meta = new JsonBytes(64).member(Meta.SUBSCRIPTION_ID).json(id).toBytes();
        return result(id, Era.MODERN, "complete", new Reply.Result(new byte[0], meta, Optional.empty()));
    }

    /** A subscription that cannot be had now. */
    static Answer tooMany(byte[] id, String message) {
        byte[] body = failure(id, new Reply.Failure(Reply.Failure.TOO_MANY_SUBSCRIPTIONS, message));
        return new Answer(Standing.TOO_MANY, body, Optional.empty());
    }

    /** A message that could not be taken as a request at all. */
    static Answer refusal(byte[] id, int code, String message) {
        byte[] body = failure(id, new Reply.Failure(code, message));
        return new Answer(Standing.BAD_REQUEST, body, Optional.empty());
    }

    private static byte[] failure(byte[] id, Reply.Failure failure) {
        JsonBytes json = new JsonBytes(128)
                .json("{\"jsonrpc\":\"2.0\",\"id\":")
                .json(id)
                .json(",\"error\":{\"code\":")
                .number(failure.code())
                .json(",\"message\":")
                .string(failure.message());
        if (failure.data().length > 0) {
            json.json(",\"data\":").json(failure.data());
        }
        return json.json("}}").toBytes();
    }

    /** The answers of a batch in one array, or nothing when none of its messages asks for one. */
    Answer batch(List<Answer> answers) {
        JsonBytes json = new JsonBytes(256);
        Optional<RateLimit> rateLimit = Optional.empty();
        boolean any = false;
        for (Answer answer : answers) {
            if (answer.standing() != Standing.NOTHING) {
                json.json(any ? "," : "[").json(answer.body());
                rateLimit = answer.rateLimit().isPresent() ? answer.rateLimit() : rateLimit;
                any = true;
            }
        }
        return any ? new Answer(Standing.ANSWERED, json.json("]").toBytes(), rateLimit) : Answer.nothing();
    }
}
