package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes what fills a slot of a path, in the styles simple, label and matrix (OpenAPI 3.1, Style Values; RFC 6570,
 * sections 3.2.2, 3.2.5 and 3.2.7). Delimiters are the style's; every item between them is checked and encoded as a value
 * alone is, so that none is a delimiter or a step to another path.
 */
final class PathStyle {

    private static final int LONGEST = 2048;

    private final ApiRequest.Parameter parameter;
    private final String argument;

    private PathStyle(ApiRequest.Parameter parameter, String argument) {
        this.parameter = parameter;
        this.argument = argument;
    }

    /**
     * The text, encoded.
     *
     * @throws RefusedArgument when the value may not be a part of a path, or is longer than 2048 characters
     */
    static String of(ApiRequest.Parameter parameter, String argument) {
        String text = new PathStyle(parameter, argument).text();
        if (text.length() > LONGEST) {
            throw new RefusedArgument("The argument \"" + argument + "\" makes " + text.length()
                    + " characters of a path, which may be " + LONGEST + ". Nothing was sent.\n"
                    + "Send less at a time.");
        }
        return text;
    }

    private String text() {
        JsonNode value = parameter.value();
        if (parameter.style().equals("json")) {
            return PercentEncoding.of(PathValue.of(ScalarText.json(value), argument));
        }
        List<String> parts = value.isContainer() ? parts(value) : List.of(encoded(value));
        if (parts.isEmpty()) {
            throw new RefusedArgument("The argument \"" + argument
                    + "\" must not be empty, as it is part of the request's path. Nothing was sent.\n"
                    + "Mend it and call the tool again.");
        }
        return switch (parameter.style()) {
            case "label" -> "." + String.join(parameter.explode() ? "." : ",", parts);
            case "matrix" -> matrix(value, parts);
            default -> String.join(",", parts);
        };
    }

    private String matrix(JsonNode value, List<String> parts) {
        String name = PercentEncoding.of(parameter.parameter()) + "=";
        if (!parameter.explode() || !value.isContainer()) {
            return ";" + name + String.join(",", parts);
        }
        return value.isArray() ? ";" + name + String.join(";" + name, parts) : ";" + String.join(";", parts);
    }

    /** Items; members as {@code name=value} when exploded, else names and values one after the other. */
    private List<String> parts(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> parts.add(encoded(item)));
            return parts;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = PercentEncoding.of(PathValue.of(member.getKey(), argument));
            if (parameter.explode()) {
                parts.add(name + "=" + encoded(member.getValue()));
            } else {
                parts.add(name);
                parts.add(encoded(member.getValue()));
            }
        }
        return parts;
    }

    private String encoded(JsonNode value) {
        return PercentEncoding.of(PathValue.of(value, argument));
    }
}
