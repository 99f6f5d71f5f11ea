package dev.toolsmith.it.exact;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One call of which it is known whether Attio takes it.
 *
 * @param seed what the generator was started with
 * @param number which of its cases it is
 * @param wrong what is wrong with it; empty when nothing is
 * @param call the call
 */
public record Case(long seed, int number, Optional<String> wrong, Call call) {

    /**
     * A call by tool and by HTTP.
     *
     * @param tool the tool
     * @param arguments its arguments
     * @param method the HTTP method
     * @param target path and query
     * @param body the body
     */
    public record Call(String tool, JsonNode arguments, String method, String target, JsonNode body) {}

    public boolean right() {
        return wrong.isEmpty();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", case " + number + ", "
                + wrong.map(kind -> "wrong: " + kind).orElse("right") + "\n    " + call.tool() + " " + call.arguments()
                + "\n    " + call.method() + " " + call.target() + " " + call.body();
    }
}
