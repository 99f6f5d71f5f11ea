package dev.toolsmith.runtime.account;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What looking at arguments came to.
 *
 * @param arguments what is to be sent, names resolved where the API takes only ids
 * @param problems what the account does not take of them, each a line in words for a model, without a full list of
 *     everything that there is; empty when they are accepted
 */
public record ArgumentCheck(ObjectNode arguments, List<String> problems) {

    public ArgumentCheck {
        problems = List.copyOf(problems);
    }

    /** Arguments that are sent. */
    public static ArgumentCheck accepted(ObjectNode arguments) {
        return new ArgumentCheck(arguments, List.of());
    }
}
