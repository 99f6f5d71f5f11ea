package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.CallClient;
import java.util.OptionalLong;

/** Hears how much of an answer has come. */
@FunctionalInterface
interface Arrival {

    /** Nobody hears it. */
    Arrival UNHEARD = (bytes, total) -> {};

    /**
     * Told while an answer comes, of long ones only; must be quick.
     *
     * @param bytes how many bytes of its body are here, as they were sent
     * @param total how many it has; empty when the API does not say
     */
    void came(long bytes, OptionalLong total);

    /** Tells a client that wants to know. */
    static Arrival to(CallClient client, String api) {
        return client.wantsProgress()
                ? (bytes, total) -> client.progress(bytes, total, "Bytes of the answer of " + api)
                : UNHEARD;
    }
}
