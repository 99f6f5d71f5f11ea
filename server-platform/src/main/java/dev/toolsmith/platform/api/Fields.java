package dev.toolsmith.platform.api;

import dev.toolsmith.platform.model.Choice;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of an object in a request's body. Notes everything that is wrong and reads on; {@link #check()} refuses the
 * request when anything was.
 */
final class Fields {

    private static final int MOST_FAULTS = 10;
    private static final int MOST_TEXTS = 200;
    private static final int LONGEST_TEXT = 128;

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;

    private Fields(JsonNode object, String pointer, List<Fault> faults, Set<String> known) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                unknown(name, known);
            }
        }
    }

    /** The members of a body. */
    static Fields of(JsonNode body, String... known) {
        return new Fields(body, "", new ArrayList<>(), Set.of(known));
    }

    private void unknown(String name, Set<String> known) {
        String meant = ClosestNames.to(name, known)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        String choice =
                known.isEmpty() ? " There are none." : " Members: " + String.join(", ", new TreeSet<>(known)) + ".";
        String escaped = name.replace("~", "~0").replace("/", "~1");
        fault(escaped, "unknown_member", "There is no member \"" + ShortText.of(name, 64) + "\"." + meant + choice);
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** A text that must be given. */
    String text(String name, int most) {
        Optional<JsonNode> value = required(name);
        return value.isEmpty() ? "" : checked(name, value.get(), most);
    }

    /** A text that may be left out. */
    Optional<String> optionalText(String name, int most) {
        return given(name).map(value -> checked(name, value, most));
    }

    /** A text that may be left out or null. */
    Optional<String> textOrNull(String name, int most) {
        return given(name).filter(value -> !value.isNull()).map(value -> checked(name, value, most));
    }

    private String checked(String name, JsonNode value, int most) {
        if (!value.isString()) {
            wrongType(name, "a text", value);
            return "";
        }
        String text = value.stringValue();
        if (text.isBlank()) {
            fault(name, "empty", "\"" + name + "\" is empty.");
        } else if (text.length() > most) {
            fault(name, "too_long", "\"" + name + "\" has at most " + most + " characters, not " + text.length() + ".");
        } else if (text.codePoints().anyMatch(Fields::isUnfit)) {
            fault(name, "unfit_character", "\"" + name + "\" holds a character that cannot be shown.");
        }
        return text;
    }

    private static boolean isUnfit(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** A secret that must be given. What it may hold is for others to say; nothing here repeats it. */
    String secret(String name, int most) {
        Optional<JsonNode> value = required(name);
        if (value.isEmpty()) {
            return "";
        }
        if (!value.get().isString()) {
            wrongType(name, "a text", value.get());
            return "";
        }
        String text = value.get().stringValue();
        if (text.isBlank()) {
            fault(name, "empty", "\"" + name + "\" is empty.");
        } else if (text.length() > most) {
            fault(name, "too_long", "\"" + name + "\" has at most " + most + " characters.");
        }
        return text;
    }

    /** Texts; empty when the member is left out. */
    Optional<List<String>> texts(String name) {
        Optional<JsonNode> value = given(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isArray()) {
            wrongType(name, "an array of texts", value.get());
        } else if (value.get().size() > MOST_TEXTS) {
            fault(name, "too_many", "\"" + name + "\" has at most " + MOST_TEXTS + " items.");
        } else {
            return Optional.of(items(name, value.get()));
        }
        return Optional.of(List.of());
    }

    private List<String> items(String name, JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String text = checked(name + "/" + i, array.get(i), LONGEST_TEXT);
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    Optional<Boolean> flag(String name) {
        Optional<JsonNode> value = given(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            wrongType(name, "true or false", value.get());
            return Optional.empty();
        }
        return value.map(JsonNode::booleanValue);
    }

    /** A whole number; empty when the member is left out or null. */
    Optional<Integer> number(String name, int least, int most) {
        Optional<JsonNode> value = given(name).filter(one -> !one.isNull());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isNumber()) {
            wrongType(name, "a number", value.get());
            return Optional.empty();
        }
        boolean whole = value.get().isIntegralNumber() && value.get().canConvertToInt();
        int number = whole ? value.get().intValue() : 0;
        if (!whole || number < least || number > most) {
            fault(name, "out_of_range", "\"" + name + "\" is a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** A time; empty when the member is left out or null. */
    Optional<Instant> time(String name) {
        Optional<JsonNode> value = given(name).filter(one -> !one.isNull());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = value.filter(JsonNode::isString).flatMap(text -> Times.read(text.stringValue()));
        if (time.isEmpty()) {
            fault(
                    name,
                    value.get().isString() ? "no_time" : "wrong_type",
                    "\"" + name + "\" is a time with its offset, such as 2030-01-01T00:00:00Z, or null.");
        }
        return time;
    }

    /** One of an enum's words, in lower case; empty when the member is left out. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        Optional<JsonNode> value = given(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isString()) {
            wrongType(name, "a text", value.get());
            return Optional.empty();
        }
        Optional<E> chosen = Choice.of(choices, value.get().stringValue());
        if (chosen.isEmpty()) {
            fault(name, "unknown_choice", "\"" + name + "\" is " + Choice.list(choices) + ".");
        }
        return chosen;
    }

    /** The members of an object within; empty when it is left out. */
    Optional<Fields> object(String name, String... known) {
        Optional<JsonNode> value = given(name);
        if (value.isPresent() && !value.get().isObject()) {
            wrongType(name, "an object", value.get());
            return Optional.empty();
        }
        return value.map(object -> new Fields(object, place(name), faults, Set.of(known)));
    }

    /** Refuses the request when anything was wrong so far, here or in an object within. */
    void check() {
        if (!faults.isEmpty()) {
            throw Refused.body(faults);
        }
    }

    /** Notes that a member is wrong. */
    void fault(String name, String code, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(place(name), code, detail));
        }
    }

    private String place(String name) {
        return pointer + "/" + ShortText.of(name, LONGEST_TEXT);
    }

    private void wrongType(String name, String wanted, JsonNode value) {
        fault(name, "wrong_type", "\"" + name + "\" is " + wanted + ", not " + JsonTypes.nameOf(value) + ".");
    }

    private Optional<JsonNode> required(String name) {
        Optional<JsonNode> value = given(name);
        if (value.isEmpty()) {
            fault(name, "required", "\"" + name + "\" is missing.");
        }
        return value;
    }

    private Optional<JsonNode> given(String name) {
        @Nullable JsonNode value = object.get(name);
        return Optional.ofNullable(value);
    }
}
