package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Words what an account does not take. */
final class Refusal {

    private static final int MOST_PROBLEMS = 10;
    private static final int MOST_CHARACTERS = 2000;

    private Refusal() {}

    /** Why a call is not sent; empty when there is no problem. */
    static Optional<String> of(List<String> problems) {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("These arguments do not fit this account. Nothing was sent." + lines(problems)
                + (problems.size() == 1 ? "\nMend it" : "\nMend them") + " and call the tool again.");
    }

    /** A call that the API refused, with the problems that there are with it now. */
    static ToolResult explained(ToolResult refused, List<String> problems) {
        if (problems.isEmpty()) {
            return refused;
        }
        String text = new String(refused.text(), StandardCharsets.UTF_8) + "\nAs the account is now:" + lines(problems);
        return refused.withText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(List<String> problems) {
        StringBuilder lines = new StringBuilder();
        for (String problem : problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS))) {
            lines.append("\n- ").append(ShortText.of(problem, MOST_CHARACTERS));
        }
        int more = problems.size() - MOST_PROBLEMS;
        return more > 0 ? lines.append("\n- and ").append(more).append(" more").toString() : lines.toString();
    }
}
