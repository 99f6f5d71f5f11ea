package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a document, and where it stands.
 *
 * @param document the document
 * @param at its place
 * @param node the value, missing when there is none
 */
record Located(ApiDocument document, SourcePointer at, JsonNode node) {

    static Located root(ApiDocument document) {
        return new Located(document, new SourcePointer(document.name(), ""), document.root());
    }

    Located member(String name) {
        return new Located(document, at.member(name), node.path(name));
    }

    /** The elements of an array, none for anything else. */
    List<Located> elements() {
        List<Located> elements = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                elements.add(new Located(document, at.element(i), node.path(i)));
            }
        }
        return elements;
    }

    /** The names of an object's members in the document's order, none for anything else. */
    List<String> names() {
        List<String> names = new ArrayList<>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** A member that is a text, else an empty text. */
    String text(String name) {
        return node.path(name).isTextual() ? node.path(name).textValue() : "";
    }

    /** A member that is true or false, else the default. */
    boolean flag(String name, boolean whenAbsent) {
        return node.path(name).isBoolean() ? node.path(name).booleanValue() : whenAbsent;
    }

    /** A copy of the members whose names begin with {@code x-}. */
    ObjectNode extensions() {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        node.properties().stream()
                .filter(each -> each.getKey().startsWith("x-"))
                .forEach(each -> extensions.set(each.getKey(), each.getValue()));
        return extensions;
    }

    /** The member as a schema; one that is absent takes every value. */
    ApiSchema schema(String name) {
        JsonNode schema = node.path(name);
        boolean usable = schema.isObject() || schema.isBoolean();
        return new ApiSchema(document, at.member(name), usable ? schema : JsonNodeFactory.instance.objectNode());
    }
}
