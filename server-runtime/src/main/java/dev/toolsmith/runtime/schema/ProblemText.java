package dev.toolsmith.runtime.schema;

import com.networknt.schema.Error;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One failed keyword in words: where, what was expected, what came, what was likely meant. */
final class ProblemText {

    private static final int MOST_NAMES = 12;
    private static final int LONGEST_DESCRIPTION = 300;

    private final JsonNode root;

    ProblemText(JsonNode root) {
        this.root = root;
    }

    String of(Error error) {
        String name = ErrorPlace.inArguments(error.getInstanceLocation());
        if (ErrorPlace.isOfUnevaluated(error)) {
            return name + ": not known there. Leave it out.";
        }
        return switch (error.getKeyword()) {
            case "required" -> missing(error, name);
            case "additionalProperties", "unevaluatedProperties" -> unknown(error, name);
            default -> (name.isEmpty() ? "the arguments" : name) + ": " + what(error);
        };
    }

    private String what(Error error) {
        JsonNode value = error.getInstanceNode();
        JsonNode wanted = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" ->
                expected(ValueText.types(wanted) + WantedValue.members(ErrorPlace.schemaAround(error, root)), value)
                        + remedy(error, value);
            case "enum" -> choice(wanted, value);
            case "const" -> expected(ValueText.json(wanted), value);
            case "format" -> expected(CertainFormat.wordsOf(wanted.asString()), value);
            case "pattern" -> expected("text that matches " + ShortText.of(wanted.asString(), 128), value);
            case "minimum" -> expected("at least " + wanted, value);
            case "maximum" -> expected("at most " + wanted, value);
            case "exclusiveMinimum" -> expected("more than " + wanted, value);
            case "exclusiveMaximum" -> expected("less than " + wanted, value);
            case "multipleOf" -> expected("a multiple of " + wanted, value);
            case "minLength" ->
                count("at least", wanted, "character", value.asString().length());
            case "maxLength" ->
                count("at most", wanted, "character", value.asString().length());
            case "minItems" -> count("at least", wanted, "item", value.size());
            case "maxItems" -> count("at most", wanted, "item", value.size());
            case "minProperties" -> count("at least", wanted, "member", value.size());
            case "maxProperties" -> count("at most", wanted, "member", value.size());
            case "uniqueItems" -> "expected items that all differ, got one twice.";
            case "oneOf" -> "fits more than one of the allowed forms. Send the members of only one of them.";
            default -> ShortText.of(String.valueOf(error.getMessage()), 200);
        };
    }

    private String remedy(Error error, JsonNode value) {
        String remedy = ValueText.remedy(error.getSchemaNode(), value);
        JsonNode schema = ErrorPlace.schemaAround(error, root);
        String described = schema.path("description").asString("");
        boolean free = schema.path("type").asString("").equals("object") && !schema.has("properties");
        return remedy.isEmpty() && free && !described.isEmpty()
                ? " It is described so: " + ShortText.of(described, LONGEST_DESCRIPTION)
                : remedy;
    }

    /** The line for an object that has the members of none of its forms. */
    static String missing(String place, List<String> forms) {
        return (place.isEmpty() ? "the arguments" : place) + ": required, but missing: "
                + (forms.stream().anyMatch(form -> form.contains(" and "))
                        ? String.join(", or ", forms)
                        : ValueText.either(forms))
                + ".";
    }

    JsonNode schemaAround(Error error) {
        return ErrorPlace.schemaAround(error, root);
    }

    /** What any of several values, or of several types, would have been. */
    static String expected(String words, JsonNode value) {
        return "expected " + words + ", got " + ValueText.of(value) + ".";
    }

    static String choice(JsonNode allowed, JsonNode value) {
        List<String> known = new ArrayList<>();
        allowed.forEach(one -> known.add(one.asString(one.toString())));
        Optional<String> closest = value.isString() ? ClosestNames.to(value.asString(), known) : Optional.empty();
        return expected(values(allowed), value)
                + closest.map(ProblemText::guess).orElse("");
    }

    /** The values of an {@code enum}, of which 12 are shown. */
    static String values(JsonNode allowed) {
        List<String> shown = new ArrayList<>();
        for (JsonNode one : allowed) {
            if (shown.size() < MOST_NAMES) {
                shown.add(ValueText.json(one));
            }
        }
        String more = allowed.size() > MOST_NAMES ? " (and " + (allowed.size() - MOST_NAMES) + " more)" : "";
        return (shown.size() == 1 ? "" : "one of ") + String.join(", ", shown) + more;
    }

    private String missing(Error error, String parent) {
        String member = error.getProperty();
        JsonNode schema =
                ErrorPlace.schemaAround(error, root).path("properties").path(member);
        String wanted = WantedValue.words(root, schema);
        return named(parent, member) + ": required, but missing" + (wanted.isEmpty() ? "" : " (" + wanted + ")") + ".";
    }

    private String unknown(Error error, String parent) {
        String member = error.getProperty();
        JsonNode object = ErrorPlace.schemaAround(error, root);
        Set<String> known = new TreeSet<>();
        object.path("properties").propertyNames().forEach(known::add);
        String advice = ClosestNames.to(member, known)
                .map(ProblemText::guess)
                .or(() -> MemberPlaces.nearest(root, object, member).map(place -> sendAs(parent, place)))
                .orElseGet(() -> choiceOfNames(known));
        String shown = named(parent, ShortText.of(member, 64));
        return shown + ": not known " + (parent.isEmpty() ? "to this tool." : "there.") + advice;
    }

    private static String sendAs(String parent, String place) {
        String pointer = parent.isEmpty() ? place : (parent.startsWith("/") ? parent : "/" + parent) + place;
        return " Send it as " + ShortText.of(pointer, 200) + ".";
    }

    private static String choiceOfNames(Set<String> known) {
        List<String> names = known.stream().limit(MOST_NAMES).toList();
        String more = known.size() > names.size() ? " and " + (known.size() - names.size()) + " more" : "";
        return names.isEmpty() ? " Leave it out." : " Known are: " + String.join(", ", names) + more + ".";
    }

    private static String guess(String name) {
        return " Did you mean \"" + name + "\"?";
    }

    private static String named(String parent, String member) {
        return parent.isEmpty() ? member : (parent.startsWith("/") ? parent : "/" + parent) + "/" + member;
    }

    private static String count(String bound, JsonNode wanted, String what, int got) {
        return "expected " + bound + " " + wanted + " " + what + (wanted.asInt() == 1 ? "" : "s") + ", got " + got
                + ".";
    }
}
