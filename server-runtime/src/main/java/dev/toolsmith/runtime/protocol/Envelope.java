package dev.toolsmith.runtime.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells what kind of JSON-RPC 2.0 message an object is. */
final class Envelope {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private Envelope() {}

    static Message message(RawObject object) {
        if (!object.string("jsonrpc").orElse("").equals("2.0")) {
            return invalid(object, "\"jsonrpc\" must be \"2.0\"");
        }
        if (!object.has("method")) {
            return object.has("result") || object.has("error")
                    ? new Message.Response(object.string("id"), result(object), error(object))
                    : invalid(object, "\"method\" is missing");
        }
        Optional<String> method = object.string("method");
        if (method.isEmpty()) {
            return invalid(object, "\"method\" must be a string");
        }
        return called(object, method.get());
    }

    private static Optional<byte[]> result(RawObject object) {
        Optional<RawValue> result = object.get("result");
        return result.isPresent() && result.get().isObject()
                ? Optional.of(result.get().copy())
                : Optional.empty();
    }

    private static String error(RawObject object) {
        return object.object("error").orElse(RawObject.EMPTY).string("message").orElse("");
    }

    private static Message called(RawObject object, String method) {
        RawObject params = object.object("params").orElse(RawObject.EMPTY);
        Optional<RawValue> id = object.get("id");
        if (id.isEmpty()) {
            return new Message.Notification(method, params);
        }
        if (!isLegal(id.get())) {
            return invalid("\"id\" must be a string or an integer");
        }
        boolean paramsFit = !object.has("params") || object.object("params").isPresent();
        return new Message.Request(id.get().copy(), method, params, paramsFit);
    }

    static Message invalid(String why) {
        return new Message.Invalid(NULL, why);
    }

    private static Message invalid(RawObject object, String why) {
        Optional<RawValue> id = object.get("id");
        return new Message.Invalid(
                id.isPresent() && isLegal(id.get()) ? id.get().copy() : NULL, why);
    }

    private static boolean isLegal(RawValue id) {
        return id.isString() || id.isInteger();
    }
}
