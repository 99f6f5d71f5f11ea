package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.UnavailableContextException;
import dev.toolsmith.runtime.context.UnknownContextException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What requests for prompts and resources have in common. */
final class ContextJson {

    /** What {@link #texts} takes, in words. */
    static final String TEXTS = "an object of at most 100 strings";

    private static final int MOST_TEXTS = 100;

    private ContextJson() {}

    /** An array of objects of which each writes its members. */
    static <T> void array(JsonBytes to, String name, List<T> items, BiConsumer<JsonBytes, T> members) {
        to.member(name).json("[");
        boolean first = true;
        for (T item : items) {
            JsonBytes one = new JsonBytes(256);
            members.accept(one, item);
            to.json(first ? "{" : ",{").json(one.toBytes()).json("}");
            first = false;
        }
        to.json("]");
    }

    /** Appends a member, unless it is empty. */
    static void text(JsonBytes to, String name, String value) {
        if (!value.isEmpty()) {
            to.member(name).string(value);
        }
    }

    /** Appends the caching hints of revision 2026-07-28. */
    static void caching(JsonBytes to, Exchange exchange) {
        if (exchange.era() == Era.MODERN) {
            to.json(",").json(ModernRules.CACHING);
        }
    }

    /**
     * The members of an object that are texts.
     *
     * @return empty when it is not {@link #TEXTS}
     */
    static Optional<Map<String, String>> texts(Optional<RawValue> object) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (object.isEmpty()) {
            return Optional.of(texts);
        }
        Optional<RawObject> opened = opened(object);
        if (opened.isEmpty() || opened.get().size() > MOST_TEXTS) {
            return Optional.empty();
        }
        for (int i = 0; i < opened.get().size(); i++) {
            RawValue value = opened.get().valueAt(i);
            if (!value.isString()) {
                return Optional.empty();
            }
            texts.put(opened.get().nameAt(i), value.text());
        }
        return Optional.of(texts);
    }

    /** The members of an object; empty when there is none, or it is none. */
    static Optional<RawObject> opened(Optional<RawValue> value) {
        if (value.isEmpty() || !value.get().isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MessageReader.members(value.get().copy()));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("A part of a message that was read cannot be read", e);
        }
    }

    /**
     * What a request came to; an {@link UnknownContextException} and an {@link UnavailableContextException} are answered as
     * told, and any other is a fault.
     */
    static <T> Reply reply(
            @Nullable T result,
            @Nullable Throwable failure,
            Function<T, Reply> reply,
            Function<String, Reply.Failure> unknown) {
        if (result != null) {
            return reply.apply(result);
        }
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UnknownContextException) {
            return unknown.apply(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof UnavailableContextException) {
            return new Reply.Failure(Reply.Failure.INTERNAL_ERROR, String.valueOf(cause.getMessage()));
        }
        throw new CompletionException(cause);
    }
}
