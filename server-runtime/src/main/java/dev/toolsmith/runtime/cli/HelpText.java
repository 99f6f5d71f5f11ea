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

    /** A word and what it means, side by side or one below the other. */
    static void row(StringBuilder text, String left, String right) {
        text.append("  ").append(left);
        int gap = COLUMN - left.length();
        text.append(gap > 1 ? " ".repeat(gap) : "\n  " + " ".repeat(COLUMN));
        text.append(right).append('\n');
    }
}
