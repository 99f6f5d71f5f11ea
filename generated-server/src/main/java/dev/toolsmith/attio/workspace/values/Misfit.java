package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Why one value is not what its attribute takes, in words for a model. */
final class Misfit {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Attribute attribute;
    private final ValueWords words;
    private final Predicate<JsonNode> fits;

    /**
     * Reasons for values that an attribute's schema has refused.
     *
     * @param fits whether the schema accepts another value
     */
    Misfit(Attribute attribute, ValueWords words, Predicate<JsonNode> fits) {
        this.attribute = attribute;
        this.words = words;
        this.fits = fits;
    }

    /** The reason, in one or several sentences. */
    String of(JsonNode value) {
        if (value.isNull()) {
            return "null is no value inside an array; null or [] in place of the array clears " + title() + "."
                    + takes();
        }
        if (value.isArray()) {
            return "an array inside an array is no value." + takes();
        }
        return switch (attribute.type()) {
            case LOCATION, PERSONAL_NAME, PHONE_NUMBER -> ofParts(value);
            case ACTOR_REFERENCE -> new MemberMisfit(attribute, words).of(value);
            case RECORD_REFERENCE -> new ReferenceMisfit(attribute, words, fits).of(value);
            default -> ofOneProperty(value);
        };
    }

    private String ofOneProperty(JsonNode value) {
        String property = ValueWords.property(attribute.type());
        if (!value.isObject()) {
            return ofScalar(value);
        }
        if (value.has("currency_code") && attribute.type() == AttributeType.CURRENCY) {
            return "currency_code cannot be written: amounts of " + title() + " are "
                    + (attribute.currency().isEmpty() ? "in the attribute's currency" : attribute.currency())
                    + ". Send {\"currency_value\": …} or the number alone.";
        }
        if (value.size() != 1 || !value.has(property)) {
            return Said.value(value) + " does not fit: as an object a value of " + title() + " has \"" + property
                    + "\" and nothing else." + takes() + unwrapped(value);
        }
        return ofScalar(value.path(property));
    }

    private String ofScalar(JsonNode value) {
        return switch (attribute.type()) {
            case STATUS, SELECT -> ofChoice(value);
            case CURRENCY ->
                value.isNumber() ? Said.value(value) + " has more than four decimals." + takes() : plain(value);
            default -> plain(value);
        };
    }

    private String plain(JsonNode value) {
        return Said.value(value) + " does not fit " + title() + "." + takes() + remedy(value);
    }

    /** The value in another spelling when that is accepted. */
    private String remedy(JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        if (value.isNumber() || value.isBoolean()) {
            others.add(NODES.stringNode(value.toString()));
        }
        if (value.isString()) {
            String said = value.stringValue();
            if (said.matches("[0-5]")) {
                others.add(NODES.numberNode(Integer.parseInt(said)));
            }
            others.add(NODES.stringNode(said.toLowerCase(Locale.ROOT).strip()));
            if (attribute.type() == AttributeType.NUMBER || attribute.type() == AttributeType.CURRENCY) {
                others.add(NODES.stringNode(said.replaceAll("[,$€£\\s]", "")));
            }
        }
        return others.stream().filter(fits).findFirst().map(Misfit::send).orElse("");
    }

    /** What stands alone in an object under another name. */
    private String unwrapped(JsonNode object) {
        return object.size() == 1
                ? object.valueStream()
                        .filter(fits)
                        .findFirst()
                        .map(Misfit::send)
                        .orElse("")
                : "";
    }

    private static String send(JsonNode value) {
        return " Send " + Said.value(value) + ".";
    }

    private String ofChoice(JsonNode value) {
        String kind = attribute.type() == AttributeType.STATUS ? "status" : "option";
        if (!value.isString()) {
            return Said.value(value) + " is no " + kind + " of " + title() + "." + takes() + words.listedBy(attribute);
        }
        String said = value.stringValue();
        Optional<Choice> archived = words.facts().choices().getOrDefault(attribute.id(), List.of()).stream()
                .filter(choice -> choice.title().equals(said) || choice.id().equalsIgnoreCase(said))
                .findFirst();
        String why = archived.isPresent()
                ? " is archived, so it is no " + kind + " of " + title() + " any more."
                : " is no " + kind + " of " + title() + " here.";
        String guess = words.closest(attribute, said)
                .map(choice -> " Did you mean " + Said.titled(choice.title(), choice.id()) + "?")
                .orElse("");
        return Said.value(value) + why + takes() + guess + words.listedBy(attribute);
    }

    private String ofParts(JsonNode value) {
        if (!value.isObject()) {
            return plain(value);
        }
        ObjectNode object = (ObjectNode) value;
        List<String> keys = switch (attribute.type()) {
            case LOCATION -> ValueForms.LOCATION_KEYS;
            case PERSONAL_NAME -> ValueForms.NAME_KEYS;
            default -> List.of("original_phone_number", "country_code");
        };
        for (String key : object.propertyNames()) {
            if (!keys.contains(key)) {
                return Said.quoted(key) + " is no part of " + title() + ". Its parts are: " + String.join(", ", keys)
                        + ".";
            }
        }
        boolean phone = attribute.type() == AttributeType.PHONE_NUMBER;
        List<String> missing = (phone ? keys.subList(0, 1) : keys)
                .stream().filter(key -> !object.has(key)).toList();
        if (!missing.isEmpty()) {
            return "as an object " + title() + " needs " + (phone ? "" : "all of ") + String.join(", ", keys)
                    + "; missing: " + String.join(", ", missing) + "."
                    + (attribute.type() == AttributeType.LOCATION ? " Send null for what is unknown." : "");
        }
        return ofPart(object, keys);
    }

    private String ofPart(ObjectNode object, List<String> keys) {
        List<String> lastFirst = new ArrayList<>(keys);
        Collections.reverse(lastFirst);
        for (String key : lastFirst) {
            JsonNode part = object.path(key);
            Optional<String> wrong =
                    part.isMissingNode() ? Optional.empty() : PartMisfit.of(attribute.type(), key, part);
            if (wrong.isPresent()) {
                return key + ": " + Said.value(part) + " does not fit. It takes " + wrong.get() + ".";
            }
        }
        return plain(object);
    }

    private String title() {
        return Said.name(attribute.title());
    }

    private String takes() {
        return " It takes " + words.one(attribute) + ".";
    }
}
