package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.Scopes;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Refuses calls that the API would refuse, because the account was not granted what they need. */
final class ScopeCheck {

    private ScopeCheck() {}

    /** What a call needs. */
    static List<String> needed(BundledTool tool, ObjectNode arguments) {
        return Scopes.of(tool, argument(tool, arguments)).stream().distinct().toList();
    }

    private static String argument(BundledTool tool, ObjectNode arguments) {
        if (tool.scopesBy().isEmpty()) {
            return "";
        }
        JsonNode value = arguments.get(tool.scopesBy().get().argument());
        return value != null && value.isString() ? value.stringValue() : "";
    }

    /**
     * Why an account may not make a call; empty when it may, or when what it was granted is not known. A write of which
     * nobody knows what it needs is refused in any case.
     *
     * @param usesScopes whether the API's description tells of scopes at all
     */
    static Optional<Refused> refusal(Connection connection, BundledTool tool, List<String> needed, boolean usesScopes) {
        if (!tool.scopesKnown() && usesScopes) {
            return Optional.of(new Refused(
                    "scopes_unknown",
                    "It is not known which permissions this tool needs, and it may change something. Nothing was sent."
                            + " Calling again does not help."));
        }
        if (connection.scopes().isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = Scopes.missing(needed, connection.scopes().get());
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing(missing));
    }

    private static Refused missing(List<String> missing) {
        String which = (missing.size() == 1 ? "the scope " : "the scopes ") + String.join(", ", missing);
        return new Refused(
                "missing_scope",
                "This call needs " + which + ", which the account of this server was not granted. Nothing was sent."
                        + " Ask the operator of this server to grant it.");
    }
}
