package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolResult;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a call is not carried out, or why what came of it is not told.
 *
 * @param reason a stable name
 * @param message what is the matter and what to do, for a model
 * @param limit how many calls are left, when that is the reason
 */
record Refused(String reason, String message, Optional<RateLimit> limit) {

    /** The member of {@code _meta} that says why there is no result. */
    static final String DETAILS = "dev.toolsmith/error";

    static final String REVOKED_IN_FLIGHT = "revoked_in_flight";
    static final String CONNECTION_REVOKED = "connection_revoked";
    static final String UNAUDITED = "audit_unavailable";

    /** Why arguments are not accepted, by the tool's schema or by what is known of the account. */
    static final String INVALID_ARGUMENTS = "invalid_arguments";

    private static final String LOOK_FIRST = " The request had been sent already: look before you call again.";

    Refused(String reason, String message) {
        this(reason, message, Optional.empty());
    }

    static Refused serverPaused() {
        return new Refused(
                "server_paused",
                "This server is paused. Nothing was sent. Ask its operator to resume it; calling again does not help.");
    }

    static Refused connectionPaused() {
        return new Refused(
                "connection_paused",
                "The account of this server is paused. Nothing was sent. Ask the operator of this server to resume it;"
                        + " calling again does not help.");
    }

    static Refused connectionRevoked(URI base, String connectionId) {
        return new Refused(
                CONNECTION_REVOKED,
                "The API does not accept the account of this server any more. Calling again does not help: ask the"
                        + " operator to re-authorise at " + base + "/admin/connections/" + connectionId + ".");
    }

    static Refused overBeforeSending() {
        return new Refused(
                REVOKED_IN_FLIGHT, "This server was closed or changed while the call was under way. Nothing was sent.");
    }

    /** A write is sent again only when nothing of it left; a read may have left before. */
    static Refused overWhileSending(boolean reads) {
        return new Refused(
                REVOKED_IN_FLIGHT,
                "This server was closed or changed while the call was under way. Nothing " + (reads ? "more " : "")
                        + "was sent.");
    }

    static Refused overAfterSending(boolean reads) {
        return new Refused(
                REVOKED_IN_FLIGHT,
                "This server was closed or changed while the call was under way, so its result is withheld."
                        + (reads ? "" : LOOK_FIRST));
    }

    static Refused unauditedBeforeSending() {
        return new Refused(
                UNAUDITED,
                "The call could not be recorded, so nothing was sent. Try again later; if it stays so, tell the operator"
                        + " of this server.");
    }

    static Refused unauditedAfterSending(boolean reads) {
        return new Refused(
                UNAUDITED,
                "What came of the call could not be recorded, so its result is withheld. Tell the operator of this"
                        + " server." + (reads ? "" : LOOK_FIRST));
    }

    static Refused clientGone() {
        return new Refused("client_gone", "The client has gone. Nothing was sent.");
    }

    ToolResult result() {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("code", reason);
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        meta.set(DETAILS, details);
        return ToolResult.failure(reason, message, Optional.of(JsonTree.write(meta)), limit);
    }
}
