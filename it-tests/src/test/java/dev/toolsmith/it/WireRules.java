package dev.toolsmith.it;

import dev.toolsmith.it.DescribedOperation.Parameter;
import dev.toolsmith.it.RecordingStub.Sent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How values travel, by OpenAPI 3.1 (Parameter Object, Media Type Object) and Swagger 2.0 (collectionFormat). */
final class WireRules {

    private static final Pattern DISPOSITION =
            Pattern.compile("(?i)content-disposition:\\s*form-data;.*?\\bname=\"?([^\";\r\n]+)");

    private WireRules() {}

    static boolean isJson(String mediaType) {
        String type = mediaType.replaceFirst(";.*", "").strip();
        return type.equals("application/json") || type.endsWith("+json");
    }

    static boolean isBinary(JsonNode schema) {
        return schema.path("format").asString("").equals("binary")
                || (schema.has("contentMediaType") && !schema.has("contentEncoding"));
    }

    /** The pairs of a query parameter, decoded. */
    static List<String> query(Parameter parameter, JsonNode value) {
        String name = parameter.name() + "=";
        List<String> pairs = new ArrayList<>();
        if (parameter.style().equals("deepObject")) {
            value.properties()
                    .forEach(each -> pairs.add(parameter.name() + "[" + each.getKey() + "]="
                            + each.getValue().asString()));
        } else if (parameter.explode() && value.isArray()) {
            value.forEach(each -> pairs.add(name + each.asString()));
        } else if (parameter.explode() && value.isObject()) {
            value.properties()
                    .forEach(each ->
                            pairs.add(each.getKey() + "=" + each.getValue().asString()));
        } else {
            pairs.add(name + joined(parameter, value));
        }
        return pairs;
    }

    /** A value in one text. */
    static String joined(Parameter parameter, JsonNode value) {
        if (parameter.style().equals("json")) {
            return value.toString();
        }
        String between = switch (parameter.style()) {
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            default -> ",";
        };
        List<String> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> parts.add(each.asString()));
        } else if (value.isObject()) {
            String pair = parameter.explode() ? "=" : ",";
            value.properties()
                    .forEach(each ->
                            parts.add(each.getKey() + pair + each.getValue().asString()));
        } else {
            return value.asString();
        }
        return String.join(between, parts);
    }

    /** What stands in the path for a parameter. */
    static String pathPart(Parameter parameter, JsonNode value) {
        return switch (parameter.style()) {
            case "label" -> "." + joined(parameter, value).replace(",", parameter.explode() ? "." : ",");
            case "matrix" -> ";" + String.join(";", query(parameter, value));
            default -> joined(parameter, value);
        };
    }

    /** The pairs of a query or a form, decoded. */
    static List<String> pairs(String text) {
        return Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(WireRules::decoded)
                .toList();
    }

    static List<String> cookies(String header) {
        return Arrays.stream(header.split("; *"))
                .filter(pair -> !pair.isEmpty())
                .map(WireRules::decoded)
                .toList();
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What is wrong with the body of a request. */
    static List<String> bodyProblems(DescribedOperation operation, JsonNode value, Sent sent) {
        String type = sent.header("Content-Type").replaceFirst(";.*", "").strip();
        String text = new String(sent.body(), StandardCharsets.UTF_8);
        if (value.isObject() && value.isEmpty() && sent.body().length == 0) {
            return List.of();
        }
        if (!operation.bodies().containsKey(type)) {
            return List.of("the body is " + type + " and not one of "
                    + operation.bodies().keySet());
        }
        if (isJson(type)) {
            return same(value, Json.parse(text));
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return same(sorted(fields(value)), sorted(pairs(text)));
        }
        if (type.equals("multipart/form-data")) {
            return same(sorted(fields(value)), sorted(parts(sent.header("Content-Type"), text)));
        }
        return same(value.isString() ? value.asString() : value.toString(), text);
    }

    private static List<String> same(Object expected, Object found) {
        return expected.equals(found) ? List.of() : List.of("the body is " + found + " and not " + expected);
    }

    /** Members of a form: arrays repeat their field, objects are JSON. */
    private static List<String> fields(JsonNode value) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (member.getValue().isArray()) {
                member.getValue().forEach(each -> fields.add(member.getKey() + "=" + text(each)));
            } else {
                fields.add(member.getKey() + "=" + text(member.getValue()));
            }
        }
        return fields;
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }

    /** The parts of a multipart body as pairs (RFC 7578). */
    private static List<String> parts(String contentType, String body) {
        Matcher boundary = Pattern.compile("boundary=\"?([^\";]+)").matcher(contentType);
        if (!boundary.find()) {
            throw new AssertionError("No boundary in " + contentType);
        }
        List<String> parts = new ArrayList<>();
        String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        for (int i = 1; i < pieces.length - 1; i++) {
            int end = pieces[i].indexOf("\r\n\r\n");
            Matcher name = DISPOSITION.matcher(pieces[i].substring(0, end));
            if (!name.find()) {
                throw new AssertionError("A part without a name: " + pieces[i]);
            }
            parts.add(name.group(1) + "=" + pieces[i].substring(end + 4));
        }
        return parts;
    }

    private static List<String> sorted(List<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        Collections.sort(sorted);
        return sorted;
    }
}
