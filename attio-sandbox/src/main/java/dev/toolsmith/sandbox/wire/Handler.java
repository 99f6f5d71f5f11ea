package dev.toolsmith.sandbox.wire;

/** What one operation does with a call. */
@FunctionalInterface
public interface Handler {
    /** Answers the call, or throws a {@link Refusal}. */
    Answer answer(Call call);
}
