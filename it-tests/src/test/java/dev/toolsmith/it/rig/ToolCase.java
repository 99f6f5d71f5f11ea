package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.ToolFact;
import dev.toolsmith.it.ValidCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A tool with arguments that it takes.
 *
 * @param fact what is known of the tool
 * @param arguments valid ones
 */
record ToolCase(ToolFact fact, JsonNode arguments) {

    private static final String ANY_ID = "3f2a9c1e-8b4d-4e6a-9c0f-5d7e1a2b3c4d";

    /** Every tool once, in the order of their names. */
    static List<ToolCase> all() {
        Map<String, ToolCase> cases = new LinkedHashMap<>();
        for (ValidCall call : ValidCall.table()) {
            JsonNode arguments = Json.parse(call.template().toString().replaceAll("\\$\\{\\w+}", ANY_ID));
            cases.putIfAbsent(call.tool(), new ToolCase(ToolFact.of(call.tool()), arguments));
        }
        List<ToolCase> sorted = new ArrayList<>(cases.values());
        sorted.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(sorted);
    }

    String name() {
        return fact.name();
    }

    /** The request that a call must become, without query and body. */
    String request() {
        return fact.method() + " " + fact.pathWith(arguments);
    }

    /** A request that arrived, without query and body. */
    static String request(Arrival arrival) {
        String target = arrival.target();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return arrival.method() + " " + URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
