package dev.toolsmith.platform.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UpstreamAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an API said of a credential.
 *
 * @param verdict whether it is good
 * @param scopes what it allows; empty when unknown
 * @param workspaceId empty when unknown
 * @param workspaceName empty when unknown
 * @param reason a stable name of why it is not known to be good; empty otherwise
 */
record AccountAnswer(
        Verdict verdict,
        Optional<List<String>> scopes,
        Optional<String> workspaceId,
        Optional<String> workspaceName,
        String reason) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    enum Verdict {
        GOOD,
        REFUSED,
        UNKNOWN
    }

    /** Nothing was learned. */
    static AccountAnswer unknown(String reason) {
        return without(Verdict.UNKNOWN, reason);
    }

    /** Of an API that has no such tool: taken as good. */
    static AccountAnswer unasked() {
        return without(Verdict.GOOD, "");
    }

    private static AccountAnswer without(Verdict verdict, String reason) {
        return new AccountAnswer(verdict, Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    static AccountAnswer of(HostedApi.AccountCheck check, ToolResult result) {
        int status = result.upstream().map(UpstreamAnswer::status).orElse(0);
        if (result.isError()) {
            boolean refused = status == UNAUTHORIZED
                    || status == FORBIDDEN
                    || result.code().equals("unauthorized");
            return without(refused ? Verdict.REFUSED : Verdict.UNKNOWN, result.code());
        }
        JsonNode tree;
        try {
            tree = JsonTree.read(result.text());
        } catch (JacksonException e) {
            return unknown("upstream_invalid");
        }
        JsonNode active = tree.at(check.active());
        if (!active.isBoolean()) {
            return unknown("upstream_invalid");
        }
        if (!active.booleanValue()) {
            return without(Verdict.REFUSED, "inactive");
        }
        return new AccountAnswer(
                Verdict.GOOD,
                scopes(tree.at(check.scopes())),
                text(tree, check.workspaceId()),
                text(tree, check.workspaceName()),
                "");
    }

    /** A text without a word is no scope at all, which is not the same as not being told. */
    private static Optional<List<String>> scopes(JsonNode node) {
        return node.isString()
                ? Optional.of(BLANKS.splitAsStream(node.stringValue())
                        .filter(scope -> !scope.isEmpty())
                        .toList())
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode tree, String pointer) {
        JsonNode node = tree.at(pointer);
        return node.isString() && !node.stringValue().isBlank() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
