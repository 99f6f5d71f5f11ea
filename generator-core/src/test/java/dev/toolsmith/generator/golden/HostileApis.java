package dev.toolsmith.generator.golden;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Descriptions that carry a hostile text in every field where a description can carry one. */
final class HostileApis {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HostileApis() {}

    /** Fields that a hostile text may make unusable, so each is tried on its own; by a word that can name a package. */
    static Map<String, BiConsumer<ObjectNode, String>> riskyFields() {
        Map<String, BiConsumer<ObjectNode, String>> fields = new LinkedHashMap<>();
        fields.put("operationid", (operation, text) -> operation.put("operationId", text));
        fields.put("tag", (operation, text) -> operation.putArray("tags").add(text));
        fields.put("queryname", (operation, text) -> parameter(operation, "query", text));
        fields.put("headername", (operation, text) -> parameter(operation, "header", text));
        fields.put("cookiename", (operation, text) -> parameter(operation, "cookie", text));
        fields.put("propertyname", (operation, text) -> string(properties(operation), text));
        fields.put("answername", (operation, text) -> string(answerProperties(operation), text));
        fields.put("toolname", (operation, text) -> operation.put("x-toolsmith-name", text));
        fields.put("kind", (operation, text) -> operation.put("x-toolsmith-kind", text));
        fields.put(
                "tags",
                (operation, text) -> operation.putArray("x-toolsmith-tags").add(text));
        fields.put(
                "pattern",
                (operation, text) -> string(properties(operation), "p").put("pattern", text));
        fields.put(
                "argument",
                (operation, text) -> parameter(operation, "query", "q").put("x-toolsmith-argument", text));
        fields.put("mediatype", (operation, text) -> body(operation, text));
        fields.put(
                "reference",
                (operation, text) -> properties(operation).putObject("p").put("$ref", text));
        return fields;
    }

    /** How many fields {@link #fillTexts} fills. */
    static final int TEXTS = 16;

    /** Fills all fields of an operation whose text may say anything. */
    static void fillTexts(ObjectNode operation, String text) {
        operation.put("summary", text);
        operation.put("description", text);
        operation.put("x-toolsmith-title", text);
        operation.put("x-other", text);
        operation.putObject("externalDocs").put("description", text);
        ObjectNode parameter = parameter(operation, "query", "q");
        parameter.put("description", text);
        parameter.put("example", text);
        ((ObjectNode) parameter.get("schema"))
                .put("default", text)
                .putArray("enum")
                .add(text);
        ObjectNode property = string(properties(operation), "p");
        property.put("title", text)
                .put("description", text)
                .put("default", text)
                .put("const", text);
        property.putArray("examples").add(text);
        string(properties(operation), "q2").putArray("enum").add(text);
        ((ObjectNode) operation.at("/responses/200")).put("description", text);
    }

    /** Fields of a whole document that may say anything, filled. */
    static final int DOCUMENT_TEXTS = 4;

    static ObjectNode withDocumentTexts(String text) {
        ObjectNode document = document();
        ((ObjectNode) document.get("info")).put("title", text).put("version", text);
        ((ObjectNode) document.at("/servers/0")).put("description", text);
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject(text)
                .put("type", "http")
                .put("scheme", "bearer");
        operation(document, "/o");
        return document;
    }

    static ObjectNode withServer(String text) {
        ObjectNode document = document();
        ((ObjectNode) document.at("/servers/0")).put("url", "https://hostile.example/" + text);
        operation(document, "/o");
        return document;
    }

    static ObjectNode withPath(String text) {
        ObjectNode document = document();
        operation(document, "/o/" + text);
        return document;
    }

    static ObjectNode document() {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Hostile").put("version", "1");
        document.putArray("servers").addObject().put("url", "https://hostile.example");
        document.putObject("paths");
        return document;
    }

    /** A new POST on a path. */
    static ObjectNode operation(ObjectNode document, String path) {
        ObjectNode operation =
                ((ObjectNode) document.get("paths")).putObject(path).putObject("post");
        operation.put("description", "Does something.");
        ObjectNode answer = operation.putObject("responses").putObject("200").put("description", "Done.");
        answer.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
        return operation;
    }

    private static ObjectNode parameter(ObjectNode operation, String place, String name) {
        ArrayNode parameters = operation.withArray("parameters");
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", place);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode body(ObjectNode operation, String mediaType) {
        ObjectNode content = operation.withObject("/requestBody/content");
        ObjectNode schema = content.withObject(com.fasterxml.jackson.core.JsonPointer.empty()
                .appendProperty(mediaType)
                .appendProperty("schema"));
        return schema.put("type", "object");
    }

    private static ObjectNode properties(ObjectNode operation) {
        return body(operation, "application/json").withObject("/properties");
    }

    private static ObjectNode answerProperties(ObjectNode operation) {
        return ((ObjectNode) operation.at("/responses/200/content/application~1json/schema")).withObject("/properties");
    }

    private static ObjectNode string(ObjectNode properties, String name) {
        return properties.putObject(name).put("type", "string");
    }
}
