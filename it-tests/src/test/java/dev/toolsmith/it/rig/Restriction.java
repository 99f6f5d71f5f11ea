package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.ToolFact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A way to restrict a server, and what it leaves.
 *
 * @param config as the management API takes it
 * @param tools the names of the tools that it leaves
 */
record Restriction(JsonNode config, TreeSet<String> tools) {

    /** Every restriction of the table {@code scope-truth.txt}. */
    static List<Restriction> table() {
        JsonNode configurations = Json.resource("scope-truth-configurations.json");
        Map<String, String> rows = new TreeMap<>();
        text("scope-truth.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line ->
                        rows.put(line.substring(0, line.indexOf(' ')), line.substring(line.lastIndexOf(' ') + 1)));
        List<Restriction> table = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            int column = i;
            TreeSet<String> left = new TreeSet<>(rows.keySet());
            left.removeIf(tool -> rows.get(tool).charAt(column) != '+');
            table.add(new Restriction(configurations.get(i), left));
        }
        return List.copyOf(table);
    }

    /** The body that makes a server of it. */
    String body() {
        return Json.object().put("name", "Restricted").set("config", config).toString();
    }

    private static String text(String resource) {
        try (InputStream in = ToolFact.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
