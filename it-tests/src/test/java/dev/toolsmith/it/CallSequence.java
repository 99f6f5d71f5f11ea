package dev.toolsmith.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes the calls of the table in their order, and keeps what later ones need of the answers. */
final class CallSequence {

    /**
     * A call that was made.
     *
     * @param call the row
     * @param arguments the arguments as sent
     * @param answer what came back
     * @param exchanges what went upstream for it
     */
    record Made(ValidCall call, JsonNode arguments, ToolAnswer answer, List<Exchange> exchanges) {}

    private final BiFunction<String, JsonNode, ToolAnswer> caller;
    private final Supplier<List<Exchange>> exchanges;
    private final Map<String, String> kept = new HashMap<>();

    private CallSequence(BiFunction<String, JsonNode, ToolAnswer> caller, Supplier<List<Exchange>> exchanges) {
        this.caller = caller;
        this.exchanges = exchanges;
    }

    static CallSequence over(Rpc rpc, RecordingProxy upstream) {
        return new CallSequence(rpc::call, upstream::exchanges);
    }

    /** Makes one call; values of what the upstream answered last are kept when it went well. */
    Made make(ValidCall call) {
        JsonNode arguments = call.arguments(kept);
        int before = exchanges.get().size();
        ToolAnswer answer = caller.apply(call.tool(), arguments);
        List<Exchange> all = exchanges.get();
        List<Exchange> own = all.subList(before, all.size());
        if (!own.isEmpty() && own.get(own.size() - 1).succeeded()) {
            call.keep()
                    .forEach((name, pointer) ->
                            kept.put(name, own.get(own.size() - 1).string(pointer)));
        }
        return new Made(call, arguments, answer, own);
    }
}
