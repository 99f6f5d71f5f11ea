package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.InputRequest;
import java.util.Optional;

/**
 * What a client has declared that it can be asked (MCP 2026-07-28 and 2025-11-25, ClientCapabilities): in every request,
 * or before 2026-07-28 once when it introduced itself.
 */
final class ClientAbilities {

    private static final String ELICITATION = "elicitation";

    private final RawObject declared;

    private ClientAbilities(RawObject declared) {
        this.declared = declared;
    }

    static ClientAbilities of(Exchange exchange) {
        return new ClientAbilities(
                exchange.era() == Era.MODERN
                        ? Meta.of(exchange.request())
                                .object(Meta.CLIENT_CAPABILITIES)
                                .orElse(RawObject.EMPTY)
                        : exchange.peer().capabilities());
    }

    /** Whether its user can fill in a form: also when it names no mode, as that one was the first. */
    boolean hasForms() {
        Optional<RawObject> elicitation = declared.object(ELICITATION);
        return elicitation.isPresent()
                && (elicitation.get().isObject("form") || !elicitation.get().isObject("url"));
    }

    /** What a client has to declare to be asked by what a capability names. */
    static byte[] required(String capability) {
        return new JsonBytes(48)
                .json("{")
                .string(capability)
                .json(capability.equals(ELICITATION) ? ":{\"form\":{}}}" : ":{}}")
                .toBytes();
    }

    boolean allow(InputRequest request) {
        String capability = request.capability();
        return capability.equals(ELICITATION) ? hasForms() : declared.isObject(capability);
    }
}
