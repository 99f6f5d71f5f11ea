package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.util.Collection;

/** What help says. */
final class HelpText {

    private static final int COLUMN = 24;

    private HelpText() {}

    /** All verbs, one a line. */
    static String of(ServerIdentity identity, Collection<Verb> verbs) {
        StringBuilder text = new StringBuilder();
        text.append(identity.name()).append(' ').append(identity.version()).append("\n\n");
        for (Verb verb : verbs) {
            row(text, (verb.name() + " " + verb.form()).strip(), verb.summary());
        }
        return text.append("\n\"")
                .append(identity.name())
                .append(" VERB --help\" lists a verb's options.\n")
                .append("Exit codes: 0 well, 1 failed, 2 wrong usage, 3 configuration wrong.\n")
                .toString();
    }

    /** One verb with its options and their environment variables. */
    static String of(ServerIdentity identity, Verb verb) {
        StringBuilder text = new StringBuilder();
        text.append(identity.name()).append(' ').append((verb.name() + " " + verb.form()).strip());
        text.append("\n").append(verb.summary()).append("\n");
        if (!verb.options().isEmpty()) {
            text.append("\n");
        }
        for (Option option : verb.options()) {
            String variable = option.variable().isEmpty() ? "" : " [" + option.variable() + "]";
            row(text, ("--" + option.name() + " " + option.value()).strip(), option.help() + variable);
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String left, String right) {
        text.append("  ").append(left);
        int gap = COLUMN - left.length();
        text.append(gap > 1 ? " ".repeat(gap) : "\n  " + " ".repeat(COLUMN));
        text.append(right).append('\n');
    }
}
