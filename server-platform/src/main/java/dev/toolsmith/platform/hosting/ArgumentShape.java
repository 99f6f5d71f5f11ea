package dev.toolsmith.platform.hosting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The names and types of arguments, without a value, such as {@code {data:{name:string},limit:number}}. */
final class ArgumentShape {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 40;
    private static final int DEEPEST = 5;
    private static final String MORE = "…";

    private final StringBuilder text = new StringBuilder(64);

    private ArgumentShape() {}

    static String of(JsonNode arguments) {
        ArgumentShape shape = new ArgumentShape();
        shape.append(arguments, 0);
        return shape.text.toString();
    }

    private void append(JsonNode value, int depth) {
        switch (value.getNodeType()) {
            case OBJECT -> appendObject(value, depth);
            case ARRAY -> appendArray(value, depth);
            case STRING -> text.append("string");
            case NUMBER -> text.append("number");
            case BOOLEAN -> text.append("boolean");
            default -> text.append("null");
        }
    }

    private void appendObject(JsonNode object, int depth) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        text.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : members) {
            text.append(first ? "" : ",");
            first = false;
            if (isFull(depth)) {
                text.append(MORE);
                break;
            }
            appendName(member.getKey());
            text.append(':');
            append(member.getValue(), depth + 1);
        }
        text.append('}');
    }

    /** Of an array its first item stands for all. */
    private void appendArray(JsonNode array, int depth) {
        text.append('[');
        if (!array.isEmpty()) {
            if (isFull(depth)) {
                text.append(MORE);
            } else {
                append(array.get(0), depth + 1);
            }
        }
        text.append(']');
    }

    private boolean isFull(int depth) {
        return depth >= DEEPEST || text.length() > LONGEST - 8 * LONGEST_NAME;
    }

    private void appendName(String name) {
        for (int i = 0; i < Math.min(name.length(), LONGEST_NAME); i++) {
            char c = name.charAt(i);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$');
            text.append(plain ? c : '?');
        }
        text.append(name.length() > LONGEST_NAME ? MORE : "");
    }
}
