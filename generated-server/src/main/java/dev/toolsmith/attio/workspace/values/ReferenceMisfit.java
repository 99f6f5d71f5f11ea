package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.values.ValueShape.Unique;
import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Why a value is no reference to a record, in words for a model. */
final class ReferenceMisfit {

    private static final String OBJECT = "target_object";
    private static final String RECORD = "target_record_id";

    private final Attribute attribute;
    private final ValueWords words;
    private final Predicate<JsonNode> fits;
    private final List<Target> targets;

    ReferenceMisfit(Attribute attribute, ValueWords words, Predicate<JsonNode> fits) {
        this.attribute = attribute;
        this.words = words;
        this.fits = fits;
        this.targets = words.facts().targets(attribute).orElse(List.of());
    }

    String of(JsonNode value) {
        if (!value.isObject()) {
            return ofText(value);
        }
        if (!value.has(OBJECT)) {
            return Said.value(value) + " has no " + OBJECT + "." + takes() + alone(value);
        }
        String said = value.path(OBJECT).asString("");
        Optional<Target> target =
                targets.stream().filter(one -> one.isCalled(said)).findFirst();
        if (target.isEmpty() && !targets.isEmpty()) {
            return notAllowed(value.path(OBJECT));
        }
        return ofRecord(value, target);
    }

    /** The only text of an object, when that names a record by itself. */
    private String alone(JsonNode object) {
        JsonNode only = object.size() == 1 ? object.iterator().next() : object;
        JsonNode text = only.isArray() && only.size() == 1 ? only.path(0) : only;
        return !targets.isEmpty() && text.isString() && fits.test(text) ? " Send " + Said.value(text) + "." : "";
    }

    private String ofText(JsonNode value) {
        boolean id = value.isString() && value.stringValue().matches(ValuePatterns.UUID) && targets.size() == 1;
        String advice = id
                ? " Send {\"" + OBJECT + "\": \"" + targets.get(0).slug() + "\", \"" + RECORD + "\": "
                        + Said.value(value) + "}."
                : takes();
        return Said.value(value) + " does not name a record for " + title() + "." + advice;
    }

    private String notAllowed(JsonNode object) {
        List<String> slugs = targets.stream().map(Target::slug).toList();
        String guess = object.isString()
                ? Closest.to(object.stringValue(), slugs)
                        .map(slug -> " Did you mean " + Said.quoted(slug) + "?")
                        .orElse("")
                : "";
        return OBJECT + ": " + title() + " cannot refer to records of " + Said.value(object)
                + ". It can refer to those of: " + Said.names(slugs) + "." + guess;
    }

    private String ofRecord(JsonNode value, Optional<Target> target) {
        String object = target.map(Target::slug).orElse("the object");
        if (value.has(RECORD)) {
            return value.size() > 2
                    ? Said.value(value) + " has more than " + OBJECT + " and " + RECORD + ". Send only these two."
                    : RECORD + ": " + Said.value(value.path(RECORD)) + " is no UUID. Send the id of a record of "
                            + object + ", as search and query tools tell it.";
        }
        List<String> others = new ArrayList<>(value.propertyNames());
        others.remove(OBJECT);
        if (others.size() != 1) {
            return Said.value(value) + " needs " + RECORD + ", or one unique attribute with an array of one value."
                    + uniques(target);
        }
        return ofUnique(value.path(others.get(0)), others.get(0), object, target);
    }

    private String ofUnique(JsonNode value, String name, String object, Optional<Target> target) {
        Optional<List<Unique>> known = target.flatMap(Target::uniques);
        boolean isUnique = known.isEmpty() || known.get().stream().anyMatch(one -> one.isCalled(name));
        if (!isUnique) {
            return Said.quoted(name) + " is no unique attribute of " + object + ", so it cannot name a record."
                    + uniques(target);
        }
        return value.isArray() && value.size() == 1
                ? name + ": " + Said.value(value.path(0)) + " is no value of this attribute of " + object + "."
                : name + ": a record is named by an array of one value, such as {\"" + OBJECT + "\": \"" + object
                        + "\", \"" + Said.name(name) + "\": [\"…\"]}, got " + Said.value(value) + ".";
    }

    private static String uniques(Optional<Target> target) {
        List<String> slugs = target.flatMap(Target::uniques).orElse(List.of()).stream()
                .map(Unique::slug)
                .toList();
        return slugs.isEmpty()
                ? " Send {\"" + OBJECT + "\": …, \"" + RECORD + "\": \"<UUID>\"}."
                : " Unique are: " + Said.names(slugs) + ".";
    }

    private String title() {
        return Said.name(attribute.title());
    }

    private String takes() {
        return " It takes " + words.one(attribute) + ".";
    }
}
