package dev.toolsmith.it;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is known of one tool, whatever the generator makes of the description.
 *
 * @param name the tool's name
 * @param method the HTTP method
 * @param path the path template, with an object's name in it where the tool is for one object
 * @param kind list, get, create, update, delete or a word of its own
 * @param toolClass read, write or custom
 * @param tag what it is about
 * @param reads whether it leaves everything as it was
 * @param core whether it is one of the 97
 */
public record ToolFact(
        String name,
        String method,
        String path,
        String kind,
        String toolClass,
        String tag,
        boolean reads,
        boolean core) {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, ToolFact> ALL = load();

    /** The facts of all tools by name, in the order of the table. */
    public static Map<String, ToolFact> all() {
        return ALL;
    }

    public static ToolFact of(String name) {
        ToolFact fact = ALL.get(name);
        if (fact == null) {
            throw new IllegalArgumentException("No such tool: " + name);
        }
        return fact;
    }

    /** The path with the arguments that it names in place; all of them must be plain. */
    public String pathWith(JsonNode arguments) {
        return SLOT.matcher(path)
                .replaceAll(slot -> arguments.required(slot.group(1)).asString());
    }

    /** Whether an argument stands in the path. */
    boolean inPath(String argument) {
        return path.contains("{" + argument + "}");
    }

    /** The arguments that stand in the path. */
    List<String> slots() {
        return SLOT.matcher(path).results().map(slot -> slot.group(1)).toList();
    }

    private static Map<String, ToolFact> load() {
        Map<String, ToolFact> facts = new LinkedHashMap<>();
        for (JsonNode row : Json.resource("tool-facts.json")) {
            ToolFact fact = new ToolFact(
                    row.required("name").asString(),
                    row.required("method").asString(),
                    row.required("path").asString(),
                    row.required("kind").asString(),
                    row.required("class").asString(),
                    row.required("tag").asString(),
                    row.required("reads").asBoolean(),
                    row.required("core").asBoolean());
            facts.put(fact.name(), fact);
        }
        return Collections.unmodifiableMap(facts);
    }
}
