package dev.toolsmith.runtime.protocol;

import java.util.Optional;

/** Checks arguments that come from elsewhere than a message, by the same rules. */
public final class Arguments {

    private Arguments() {}

    /** Why bytes are no arguments object; empty when they are one. */
    public static Optional<String> problem(byte[] json) {
        try {
            return MessageReader.isObject(json) ? Optional.empty() : Optional.of("It must begin with {");
        } catch (MalformedMessageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
