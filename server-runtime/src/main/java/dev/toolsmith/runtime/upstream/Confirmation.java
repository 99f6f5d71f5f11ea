package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import java.util.Locale;

/** Which calls a user has to confirm before they are sent. */
public enum Confirmation {
    /** None: clients decide by themselves what they ask their users. */
    NEVER,
    /** Those of tools that say that they may delete or overwrite something ({@code destructiveHint}). */
    DESTRUCTIVE,
    /** Those of all tools that do not leave everything as it was. */
    WRITES;

    /**
     * The one of a name such as {@code destructive}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Confirmation of(String name) {
        for (Confirmation each : values()) {
            if (each.label().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("It is never, destructive or writes, not \"" + name + "\".");
    }

    /** The name that operators say. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether calls of a tool have to be confirmed. */
    public boolean asksFor(BundledTool tool) {
        return switch (this) {
            case NEVER -> false;
            case DESTRUCTIVE -> !tool.descriptor().reads() && ToolHints.of(tool).destructive();
            case WRITES -> !tool.descriptor().reads();
        };
    }

    /**
     * Asks the user of each such call, and lets no other result stand for a call that was not confirmed than a failure of
     * code {@code not_confirmed} (the user said no), {@code not_answered} (no answer came, or none that says yes or no) or
     * {@code cannot_confirm} (the client cannot ask its user; one of 2026-07-28 gets error -32021 in place of a result).
     */
    public CallStep step() {
        return new ConfirmStep(this);
    }
}
