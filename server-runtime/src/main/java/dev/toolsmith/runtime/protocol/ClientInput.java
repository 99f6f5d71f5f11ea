package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.MissingCapabilityException;
import java.util.Map;

/** What a request is answered with that cannot go on without its client (MCP 2026-07-28, InputRequiredResult). */
final class ClientInput {

    private ClientInput() {}

    /** The questions, or an error when the client may not be asked one of them, or not in this way. */
    static Reply asked(Exchange exchange, InputRequiredException input) {
        CallClient client = exchange.client();
        for (InputRequest request : input.requests().values()) {
            if (exchange.era() == Era.LEGACY || !client.canBeAsked(request)) {
                return missing(exchange.era(), new MissingCapabilityException(request.capability()));
            }
        }
        JsonBytes members = new JsonBytes(512);
        if (!input.requests().isEmpty()) {
            members.json("\"inputRequests\":{");
            String comma = "";
            for (Map.Entry<String, InputRequest> each : input.requests().entrySet()) {
                byte[] params = each.getValue().params();
                members.json(comma)
                        .string(each.getKey())
                        .json(":{\"method\":")
                        .string(each.getValue().method())
                        .json(",\"params\":")
                        .jsonOnOneLine(params, 0, params.length)
                        .json("}");
                comma = ",";
            }
            members.json("},");
        }
        members.json("\"requestState\":").string(exchange.states().sealed(exchange.request(), input.state()));
        return new Reply.InputRequired(members.toBytes());
    }

    /** A request that needs what its client has not declared; the older revisions have no code of their own for it. */
    static Reply missing(Era era, MissingCapabilityException missing) {
        String message = String.valueOf(missing.getMessage());
        if (era == Era.LEGACY) {
            return new Reply.Failure(Reply.Failure.INVALID_REQUEST, message);
        }
        byte[] data = new JsonBytes(64)
                .json("{\"requiredCapabilities\":")
                .json(ClientAbilities.required(missing.capability()))
                .json("}")
                .toBytes();
        return new Reply.Failure(Reply.Failure.MISSING_CLIENT_CAPABILITY, message, data);
    }
}
