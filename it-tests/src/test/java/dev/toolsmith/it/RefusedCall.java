package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call that must be refused before anything is sent.
 *
 * @param reason what is wrong with it
 * @param tool the tool
 * @param arguments its arguments
 * @param says words that the message must have
 */
record RefusedCall(String reason, String tool, JsonNode arguments, List<String> says) {

    private static final String ID = "3f2a0c7e-1111-4222-8333-444455556666";
    private static final List<String> PATH_TRICKS = List.of("../", "..", "", "a\nb", "\u0001", "a/../b", "\u007f");

    /** What is wrong in every way that the arguments of every tool can be, and the rows of the table. */
    static List<RefusedCall> all() {
        Map<String, ValidCall> first = new TreeMap<>();
        ValidCall.table().forEach(call -> first.merge(call.tool(), call, RefusedCall::richer));
        List<RefusedCall> calls = new ArrayList<>();
        first.forEach((tool, call) -> calls.addAll(derived(ToolFact.of(tool), plain(call.template()))));
        for (JsonNode row : Yaml.resource("refused-calls.yaml")) {
            List<String> says = new ArrayList<>();
            row.required("says").forEach(word -> says.add(word.asString()));
            calls.add(new RefusedCall(
                    "table", row.required("tool").asString(), plain(row.required("args")), List.copyOf(says)));
        }
        return calls;
    }

    private static ValidCall richer(ValidCall one, ValidCall other) {
        return other.template().size() > one.template().size() ? other : one;
    }

    private static List<RefusedCall> derived(ToolFact fact, ObjectNode valid) {
        List<RefusedCall> calls = new ArrayList<>();
        calls.add(new RefusedCall(
                "unknown argument", fact.name(), valid.deepCopy().put("surprise", 1), List.of("surprise")));
        for (String slot : fact.slots()) {
            calls.add(new RefusedCall("missing " + slot, fact.name(), without(valid, slot), List.of(slot)));
            for (String trick : PATH_TRICKS) {
                calls.add(new RefusedCall(
                        "path trick " + Json.object().put(slot, trick),
                        fact.name(),
                        valid.deepCopy().put(slot, trick),
                        List.of(slot)));
            }
        }
        if (valid.has("data")) {
            calls.add(new RefusedCall("missing data", fact.name(), without(valid, "data"), List.of("data")));
            calls.add(new RefusedCall(
                    "data as text",
                    fact.name(),
                    valid.deepCopy().put("data", valid.path("data").toString()),
                    List.of("data", "object", "string")));
        }
        for (Map.Entry<String, JsonNode> argument : valid.properties()) {
            ObjectNode wrong = valid.deepCopy();
            String name = argument.getKey();
            if (argument.getValue().isString()) {
                wrong.put(name, 12345);
            } else {
                wrong.put(name, "wrong");
            }
            calls.add(new RefusedCall("wrong type of " + name, fact.name(), wrong, List.of(name)));
        }
        return calls;
    }

    /** A copy of arguments that lacks one of them. */
    static ObjectNode without(ObjectNode arguments, String name) {
        ObjectNode less = arguments.deepCopy();
        less.remove(name);
        return less;
    }

    /** The arguments of a row, with one UUID in every slot. */
    static ObjectNode plain(JsonNode template) {
        return (ObjectNode) Json.parse(
                Pattern.compile("\\$\\{\\w+}").matcher(template.toString()).replaceAll(ID));
    }

    @Override
    public String toString() {
        return tool + ": " + reason + " " + arguments;
    }
}
