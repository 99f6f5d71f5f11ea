package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.values.ValueShape.Named;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.values.ValueShape.Unique;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of single values, by the type of their attribute. */
final class ValueForms {

    /** The keys of a location, all of which an object needs. */
    static final List<String> LOCATION_KEYS = List.of(
            "line_1",
            "line_2",
            "line_3",
            "line_4",
            "locality",
            "region",
            "postcode",
            "country_code",
            "latitude",
            "longitude");

    /** The keys of a personal name, all of which an object needs. */
    static final List<String> NAME_KEYS = List.of("first_name", "last_name", "full_name");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 10 << 20;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_PATTERN = 480;
    private static final String AMOUNTS_WITH_DECIMALS = "1e30";

    private ValueForms() {}

    /** The schema of one value; one that accepts everything where the type is not known. */
    static ObjectNode of(ValueShape shape) {
        return switch (shape.type()) {
            case TEXT -> wrapped(string().put("maxLength", LONGEST_TEXT), "value");
            case NUMBER -> wrapped(anyOf(type("number"), number(ValuePatterns.NUMBER)), "value");
            case CHECKBOX -> wrapped(anyOf(type("boolean"), oneOf(List.of("true", "false"))), "value");
            case CURRENCY -> wrapped(anyOf(amount(), number(ValuePatterns.AMOUNT)), "currency_value");
            case DATE, TIMESTAMP -> wrapped(moment(), "value");
            case RATING -> wrapped(rating(), "value");
            case STATUS -> wrapped(choice(shape), "status");
            case SELECT -> wrapped(choice(shape), "option");
            case RECORD_REFERENCE -> reference(shape);
            case ACTOR_REFERENCE -> member(shape);
            case LOCATION -> anyOf(line(ValuePatterns.ADDRESS), location());
            case DOMAIN -> wrapped(line(ValuePatterns.DOMAIN), "domain");
            case EMAIL_ADDRESS -> wrapped(line(ValuePatterns.EMAIL), "email_address");
            case PHONE_NUMBER -> phone();
            case PERSONAL_NAME -> anyOf(line(ValuePatterns.NAME), name());
            case INTERACTION -> not();
            case UNKNOWN -> NODES.objectNode();
        };
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }

    private static ObjectNode string() {
        return type("string");
    }

    private static ObjectNode line(String pattern) {
        return string().put("maxLength", LONGEST_LINE).put("pattern", pattern);
    }

    private static ObjectNode number(String pattern) {
        return string().put("maxLength", LONGEST_NUMBER).put("pattern", pattern);
    }

    private static ObjectNode not() {
        ObjectNode nothing = NODES.objectNode();
        nothing.putObject("not");
        return nothing;
    }

    static ObjectNode oneOf(List<String> values) {
        ObjectNode node = NODES.objectNode();
        values.forEach(node.putArray("enum")::add);
        return node;
    }

    static ObjectNode anyOf(ObjectNode... forms) {
        ObjectNode node = NODES.objectNode();
        node.putArray("anyOf").addAll(List.of(forms));
        return node;
    }

    /** A form, or an object that has it as its only property. */
    private static ObjectNode wrapped(ObjectNode form, String property) {
        ObjectNode object = type("object");
        object.putArray("required").add(property);
        object.putObject("properties").set(property, form.deepCopy());
        return anyOf(form, object.put("additionalProperties", false));
    }

    private static ObjectNode rating() {
        return multiples("0", "5", "1").put("minimum", 0).put("maximum", 5);
    }

    private static ObjectNode amount() {
        return multiples("-" + AMOUNTS_WITH_DECIMALS, AMOUNTS_WITH_DECIMALS, "0.0001");
    }

    /** Numbers that are multiples of a step, unless they are so large that dividing them would take their every digit. */
    private static ObjectNode multiples(String low, String high, String step) {
        ObjectNode number = type("number");
        number.putObject("if").put("minimum", new BigDecimal(low)).put("maximum", new BigDecimal(high));
        number.putObject("then").put("multipleOf", new BigDecimal(step));
        return number;
    }

    private static ObjectNode moment() {
        return anyOf(
                string().put("pattern", ValuePatterns.MONTH),
                string().put("pattern", ValuePatterns.DAY).put("format", "date"),
                string().put("pattern", ValuePatterns.MOMENT).put("format", "date-time"),
                string().put("pattern", ValuePatterns.SHORT_MOMENT));
    }

    private static ObjectNode choice(ValueShape shape) {
        return shape.named()
                .map(named -> {
                    List<String> all = new ArrayList<>(named.names());
                    all.addAll(named.ids());
                    return oneOf(all);
                })
                .orElseGet(ValueForms::string);
    }

    private static ObjectNode member(ValueShape shape) {
        Optional<Named> named = shape.named();
        ObjectNode email = named.map(known -> inAnyCase(known.names())).orElseGet(() -> line("@"));
        ObjectNode id = named.map(known -> oneOf(known.ids())).orElseGet(ValueForms::uuid);
        ObjectNode byId = type("object");
        byId.putArray("required").add("referenced_actor_type").add("referenced_actor_id");
        ObjectNode properties = byId.putObject("properties");
        properties.putObject("referenced_actor_type").put("const", "workspace-member");
        properties.set("referenced_actor_id", id);
        byId.put("additionalProperties", false);
        ObjectNode forms = wrapped(email, "workspace_member_email_address");
        ((ArrayNode) forms.path("anyOf")).add(byId);
        return forms;
    }

    private static ObjectNode uuid() {
        return string().put("pattern", ValuePatterns.UUID);
    }

    private static ObjectNode inAnyCase(List<String> texts) {
        List<ObjectNode> forms = new ArrayList<>();
        StringBuilder some = new StringBuilder();
        for (String text : texts) {
            String quoted = Pattern.quote(text.toLowerCase(Locale.ROOT));
            if (quoted.length() > LONGEST_PATTERN) {
                forms.add(oneOf(List.of(text)));
                continue;
            }
            if (some.length() + quoted.length() > LONGEST_PATTERN) {
                forms.add(string().put("pattern", "^(?i:" + some + ")$"));
                some.setLength(0);
            }
            some.append(some.isEmpty() ? "" : "|").append(quoted);
        }
        if (!some.isEmpty()) {
            forms.add(string().put("pattern", "^(?i:" + some + ")$"));
        }
        return forms.isEmpty() ? not() : anyOf(forms.toArray(ObjectNode[]::new));
    }

    private static ObjectNode location() {
        ObjectNode location = type("object");
        LOCATION_KEYS.forEach(location.putArray("required")::add);
        ObjectNode properties = location.putObject("properties");
        for (String key : LOCATION_KEYS) {
            ObjectNode text = switch (key) {
                case "country_code" -> oneOf(CountryCodes.all());
                case "latitude" -> string().put("pattern", ValuePatterns.LATITUDE);
                case "longitude" -> string().put("pattern", ValuePatterns.LONGITUDE);
                default -> string();
            };
            properties.set(key, anyOf(text, type("null")));
        }
        return location.put("additionalProperties", false);
    }

    private static ObjectNode name() {
        ObjectNode name = type("object");
        NAME_KEYS.forEach(name.putArray("required")::add);
        ObjectNode properties = name.putObject("properties");
        NAME_KEYS.forEach(key -> properties.set(key, anyOf(string(), type("null"))));
        return name.put("additionalProperties", false);
    }

    private static ObjectNode phone() {
        ObjectNode number = line(ValuePatterns.PHONE);
        ObjectNode code = oneOf(CountryCodes.all());
        ObjectNode national = line(ValuePatterns.NATIONAL_PHONE);
        return anyOf(
                number,
                phone(number.deepCopy(), anyOf(code, type("null")), false),
                phone(national, code.deepCopy(), true));
    }

    private static ObjectNode phone(ObjectNode number, ObjectNode code, boolean needsCode) {
        ObjectNode phone = type("object");
        ArrayNode required = phone.putArray("required").add("original_phone_number");
        if (needsCode) {
            required.add("country_code");
        }
        ObjectNode properties = phone.putObject("properties");
        properties.set("original_phone_number", number);
        properties.set("country_code", code);
        return phone.put("additionalProperties", false);
    }

    private static ObjectNode reference(ValueShape shape) {
        ObjectNode object = type("object").put("minProperties", 2).put("maxProperties", 2);
        object.putArray("required").add("target_object");
        ObjectNode properties = object.putObject("properties");
        properties.set("target_object", shape.targets().map(ValueForms::names).orElseGet(ValueForms::string));
        properties.set("target_record_id", uuid());
        object.set("additionalProperties", arrayOfOne(NODES.objectNode()));
        List<ObjectNode> rules = shape.targets().stream()
                .flatMap(List::stream)
                .filter(target -> target.uniques().isPresent())
                .map(ValueForms::uniqueOnly)
                .toList();
        if (!rules.isEmpty()) {
            object.putArray("allOf").addAll(rules);
        }
        if (shape.oneTarget() && shape.targets().isEmpty()) {
            return anyOf(string().put("minLength", 1), object);
        }
        return shape.usualKey().map(key -> anyOf(bare(key), object)).orElse(object);
    }

    /** A text that stands alone; as an object a value of this type names no record. */
    private static ObjectNode bare(AttributeType type) {
        return (ObjectNode) of(ValueShape.plain(type)).path("anyOf").path(0);
    }

    private static ObjectNode names(List<Target> targets) {
        List<String> names = new ArrayList<>();
        for (Target target : targets) {
            names.add(target.slug());
            names.add(target.id());
        }
        return oneOf(names);
    }

    private static ObjectNode arrayOfOne(ObjectNode item) {
        ObjectNode array = type("array").put("minItems", 1).put("maxItems", 1);
        array.set("items", item);
        return array;
    }

    /** Of one object's records: by UUID, or by one of its unique attributes. */
    private static ObjectNode uniqueOnly(Target target) {
        ObjectNode rule = NODES.objectNode();
        rule.putObject("if").putObject("properties").set("target_object", oneOf(List.of(target.slug(), target.id())));
        ObjectNode then = rule.putObject("then").put("additionalProperties", false);
        ObjectNode properties = then.putObject("properties");
        properties.putObject("target_object");
        properties.putObject("target_record_id");
        for (Unique unique : target.uniques().orElse(List.of())) {
            properties.set(unique.slug(), arrayOfOne(of(ValueShape.plain(unique.type()))));
            properties.set(unique.id(), arrayOfOne(of(ValueShape.plain(unique.type()))));
        }
        return rule;
    }
}
