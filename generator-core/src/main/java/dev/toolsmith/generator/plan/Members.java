package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of one object of an extension, read with the type that each must have. */
final class Members {

    private final ObjectNode node;
    private final SourcePointer at;
    private final Findings findings;

    Members(ObjectNode node, SourcePointer at, Findings findings) {
        this.node = node;
        this.at = at;
        this.findings = findings;
    }

    SourcePointer at() {
        return at;
    }

    /** Whether a member is a plain text. */
    boolean isText(String name) {
        return node.path(name).isTextual();
    }

    Optional<String> text(String name) {
        return typed(
                        name,
                        "a text that is not empty",
                        value -> value.isTextual() && !value.textValue().isBlank())
                .map(JsonNode::textValue);
    }

    /** A text that stands for a required member; its absence is reported and gives an empty text. */
    String requiredText(String name) {
        if (!node.hasNonNull(name)) {
            malformed(at, "This needs the member '" + name + "'");
        }
        return text(name).orElse("");
    }

    /** A JSON pointer (RFC 6901). */
    Optional<String> pointer(String name) {
        return typed(
                        name,
                        "a JSON pointer, empty or beginning with '/'",
                        value -> value.isTextual()
                                && (value.textValue().isEmpty()
                                        || value.textValue().startsWith("/")))
                .map(JsonNode::textValue);
    }

    Optional<Boolean> flag(String name) {
        return typed(name, "true or false", JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    OptionalInt count(String name) {
        return typed(name, "a whole number above zero", value -> value.isInt() && value.intValue() > 0)
                .map(value -> OptionalInt.of(value.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    Optional<List<String>> texts(String name) {
        return typed(name, "a list of texts", Members::isListOfTexts).map(Members::textsOf);
    }

    Optional<ObjectNode> node(String name) {
        return typed(name, "an object", JsonNode::isObject).map(ObjectNode.class::cast);
    }

    Optional<Members> object(String name) {
        return typed(name, "an object", JsonNode::isObject)
                .map(value -> new Members((ObjectNode) value, at.member(name), findings));
    }

    List<Members> objects(String name) {
        List<Members> found = new ArrayList<>();
        typed(name, "a list of objects", Members::isListOfObjects).ifPresent(list -> {
            for (int index = 0; index < list.size(); index++) {
                found.add(new Members(
                        (ObjectNode) list.get(index), at.member(name).element(index), findings));
            }
        });
        return found;
    }

    /** All members that are objects, sorted by name; others are reported. */
    Map<String, Members> eachObject() {
        Map<String, Members> found = new TreeMap<>();
        for (String name : names()) {
            object(name).ifPresent(value -> found.put(name, value));
        }
        return found;
    }

    /** All members that are lists of texts, sorted by name; others are reported. */
    Map<String, List<String>> eachTexts() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String name : names()) {
            texts(name).ifPresent(value -> found.put(name, value));
        }
        return found;
    }

    /** Reports members that mean nothing here. */
    Members only(String... known) {
        Set<String> allowed = new TreeSet<>(List.of(known));
        for (String name : names()) {
            if (!allowed.contains(name)) {
                findings.reject(
                        "unknown-extension",
                        at.member(name),
                        "Nothing reads '" + name + "' here",
                        "Use one of: " + String.join(", ", allowed) + ".");
            }
        }
        return this;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names;
    }

    void malformed(SourcePointer where, String message) {
        findings.reject("malformed-extension", where, message, "See the table of extensions in docs/overlay.md.");
    }

    private Optional<JsonNode> typed(String name, String expected, java.util.function.Predicate<JsonNode> fits) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            malformed(at.member(name), "'" + name + "' must be " + expected);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private static boolean isListOfTexts(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode each : value) {
            if (!each.isTextual() || each.textValue().isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListOfObjects(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode each : value) {
            if (!each.isObject()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> textsOf(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.textValue()));
        return List.copyOf(texts);
    }
}
