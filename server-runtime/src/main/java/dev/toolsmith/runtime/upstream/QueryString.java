package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes query parameters in the styles of OpenAPI 3.1. An empty array and an empty object leave a parameter out; null is
 * an empty value; what a style does not define, such as an object in an array, is written as JSON.
 */
final class QueryString {

    private final StringBuilder text = new StringBuilder();

    static String of(ApiRequest request) {
        QueryString query = new QueryString();
        for (ApiRequest.Parameter parameter : request.parameters()) {
            if (parameter.place() == ApiRequest.Place.QUERY) {
                query.add(parameter);
            }
        }
        return query.text.toString();
    }

    void pair(String name, String value) {
        raw(PercentEncoding.of(name), PercentEncoding.of(value));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void add(ApiRequest.Parameter parameter) {
        JsonNode value = parameter.value();
        if (!value.isContainer()) {
            pair(parameter.parameter(), ScalarText.of(value));
        } else if (parameter.style().equals("deepObject")) {
            addDeep(parameter.parameter(), value);
        } else if (parameter.explode()) {
            addExploded(parameter.parameter(), value);
        } else {
            addJoined(parameter);
        }
    }

    private void addDeep(String name, JsonNode value) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                addDeep(name + "[" + member.getKey() + "]", member.getValue());
            }
        } else if (value.isArray()) {
            value.forEach(item -> addDeep(name, item));
        } else if (!value.isNull()) {
            pair(name, ScalarText.of(value));
        }
    }

    private void addExploded(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> pair(name, ScalarText.of(item)));
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            pair(member.getKey(), ScalarText.of(member.getValue()));
        }
    }

    private void addJoined(ApiRequest.Parameter parameter) {
        String separator = switch (parameter.style()) {
            case "spaceDelimited" -> "%20";
            case "pipeDelimited" -> "%7C";
            default -> ",";
        };
        List<String> parts = new ArrayList<>();
        for (String part : flat(parameter.value())) {
            parts.add(PercentEncoding.of(part));
        }
        if (!parts.isEmpty()) {
            raw(PercentEncoding.of(parameter.parameter()), String.join(separator, parts));
        }
    }

    /** The items of an array, or the names and values of an object, one after the other. */
    static List<String> flat(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> parts.add(ScalarText.of(item)));
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                parts.add(member.getKey());
                parts.add(ScalarText.of(member.getValue()));
            }
        }
        return parts;
    }

    private void raw(String name, String value) {
        text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
    }
}
