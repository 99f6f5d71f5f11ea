package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads the keywords of one schema that say something without other schemas at the same place. */
final class KeywordReader {

    private final SchemaSource source;

    KeywordReader(SchemaSource source) {
        this.source = source;
    }

    /** One alternative for each type that the schema takes. */
    List<Branch> branches(JsonNode schema) {
        List<Branch> result = new ArrayList<>();
        Optional<Set<JsonNode>> values = values(schema);
        for (JsonType type : types(schema)) {
            Branch branch = Branch.free(type, source).withLimits(limits(schema, type));
            for (Rule rule : rules(schema, type)) {
                branch = branch.withRule(rule);
            }
            if (type == JsonType.OBJECT) {
                branch = branch.withMembers(members(schema));
            } else if (type == JsonType.ARRAY) {
                branch = branch.withElements(elements(schema));
            }
            if (values.isPresent()) {
                branch = branch.withValues(ofType(type, values.get()));
            }
            BranchTidier.tidied(branch).ifPresent(result::add);
        }
        return result;
    }

    /** The alternatives with what can only be asked of all of them together. */
    List<Branch> finished(JsonNode schema, List<Branch> branches) {
        List<Branch> result = not(schema, branches);
        if (schema.has("if") && (schema.has("then") || schema.has("else"))) {
            Rule rule = new Rule(
                    "if",
                    text(schema.get("if")) + " then " + text(schema.path("then")) + " else "
                            + text(schema.path("else")));
            result = each(result, branch -> branch.withRule(rule));
        }
        JsonNode members = schema.path("unevaluatedProperties");
        if (members.isBoolean() && !members.booleanValue()) {
            result = each(
                    result,
                    branch -> branch.type() == JsonType.OBJECT
                            ? branch.withMembers(branch.members().closed())
                            : branch);
        }
        return result;
    }

    private List<Branch> not(JsonNode schema, List<Branch> branches) {
        JsonNode not = schema.path("not");
        if (not.isMissingNode()) {
            return branches;
        }
        if (source.of(not).isAnything()) {
            return List.of();
        }
        if (not.size() == 1 && not.has("type") && !types(not).contains(JsonType.NUMBER)) {
            Set<JsonType> refused = types(not);
            return branches.stream()
                    .filter(branch -> !refused.contains(branch.type()))
                    .toList();
        }
        Rule rule = new Rule("not", text(not));
        return each(branches, branch -> branch.withRule(rule));
    }

    private static List<Branch> each(List<Branch> branches, UnaryOperator<Branch> change) {
        return branches.stream().map(change).toList();
    }

    private static Set<JsonType> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        if (type.isTextual()) {
            JsonType.ofWord(type.textValue()).ifPresent(types::add);
        }
        type.forEach(word -> JsonType.ofWord(word.asText()).ifPresent(types::add));
        return types.isEmpty() ? EnumSet.allOf(JsonType.class) : types;
    }

    private static boolean isWhole(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> words = new TreeSet<>();
        words.add(type.asText());
        type.forEach(word -> words.add(word.asText()));
        boolean inWholeSteps =
                multiple(schema).filter(step -> step.scale() <= 0).isPresent();
        return inWholeSteps || (words.contains("integer") && !words.contains("number"));
    }

    /** What numbers must be a multiple of; steps of 1 make integers and nothing else. */
    private static Optional<BigDecimal> step(JsonNode schema) {
        return multiple(schema).filter(step -> step.compareTo(BigDecimal.ONE) != 0);
    }

    /** Steps of 0 and less say nothing: JSON Schema (2020-12, Validation, 6.2.1) forbids them. */
    private static Optional<BigDecimal> multiple(JsonNode schema) {
        return Optional.of(schema.path(Rule.MULTIPLE))
                .filter(JsonNode::isNumber)
                .map(step -> step.decimalValue().stripTrailingZeros())
                .filter(step -> step.signum() > 0);
    }

    private static Optional<Set<JsonNode>> values(JsonNode schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        schema.path("enum").forEach(value -> values.add(plain(value)));
        if (schema.has("const")) {
            JsonNode only = plain(schema.get("const"));
            return Optional.of(values.isEmpty() || values.contains(only) ? Set.of(only) : Set.of());
        }
        return schema.path("enum").isArray() ? Optional.of(values) : Optional.empty();
    }

    private static JsonNode plain(JsonNode value) {
        return value.isNumber() ? DecimalNode.valueOf(value.decimalValue().stripTrailingZeros()) : value;
    }

    private static Set<JsonNode> ofType(JsonType type, Set<JsonNode> values) {
        Set<JsonNode> result = new LinkedHashSet<>();
        values.stream().filter(value -> JsonType.of(value) == type).forEach(result::add);
        return result;
    }

    private static Map<Limit, Bound> limits(JsonNode schema, JsonType type) {
        Map<Limit, Bound> limits = new EnumMap<>(Limit.class);
        Limit.of(type).forEach(limit -> {
            bound(schema, limit.exclusive(), true).ifPresent(bound -> limits.put(limit, bound));
            bound(schema, limit.keyword(), false)
                    .ifPresent(bound -> limits.merge(
                            limit, bound, (one, other) -> limit.isAtLeastAsStrict(one, other) ? one : other));
        });
        return limits;
    }

    private static Optional<Bound> bound(JsonNode schema, String keyword, boolean exclusive) {
        JsonNode value = schema.path(keyword);
        return value.isNumber() ? Optional.of(new Bound(value.decimalValue(), exclusive)) : Optional.empty();
    }

    private List<Rule> rules(JsonNode schema, JsonType type) {
        List<Rule> rules = new ArrayList<>();
        switch (type) {
            case STRING -> {
                for (String keyword : List.of(Rule.PATTERN, "format", "contentEncoding", "contentMediaType")) {
                    text(schema, keyword).ifPresent(value -> rules.add(new Rule(keyword, value)));
                }
            }
            case NUMBER -> {
                text(schema, "format").ifPresent(value -> rules.add(new Rule("format", value)));
                step(schema).ifPresent(step -> rules.add(new Rule(Rule.MULTIPLE, step.toPlainString())));
                if (isWhole(schema)) {
                    rules.add(Rule.WHOLE);
                }
            }
            case ARRAY -> {
                whole(schema, rules, "contains", "minContains", "maxContains");
                whole(schema, rules, "unevaluatedItems");
                if (schema.path("uniqueItems").asBoolean(false)) {
                    rules.add(Rule.UNIQUE);
                }
            }
            case OBJECT -> {
                whole(schema, rules, "propertyNames");
                whole(schema, rules, "dependentSchemas");
                if (schema.path("unevaluatedProperties").isObject()) {
                    whole(schema, rules, "unevaluatedProperties");
                }
            }
            default -> {
                // Booleans and null have nothing but their values.
            }
        }
        return rules;
    }

    private void whole(JsonNode schema, List<Rule> rules, String keyword, String... beside) {
        if (schema.has(keyword)) {
            StringBuilder text = new StringBuilder(text(schema.get(keyword)));
            for (String more : beside) {
                text.append(schema.has(more) ? " " + more + " " + schema.get(more) : "");
            }
            rules.add(new Rule(keyword, text.toString()));
        }
    }

    private static Optional<String> text(JsonNode schema, String keyword) {
        return Optional.ofNullable(schema.path(keyword).textValue());
    }

    private String text(JsonNode schema) {
        return CanonicalText.of(schema, source);
    }

    private Members members(JsonNode schema) {
        Map<String, Schema> named = new TreeMap<>();
        schema.path("properties").properties().forEach(each -> named.put(each.getKey(), source.of(each.getValue())));
        Map<String, Schema> patterns = new TreeMap<>();
        schema.path("patternProperties")
                .properties()
                .forEach(each -> patterns.put(each.getKey(), source.of(each.getValue())));
        Schema others =
                schema.has("additionalProperties") ? source.of(schema.get("additionalProperties")) : source.anything();
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Map<String, Set<String>> together = new TreeMap<>();
        schema.path("dependentRequired").properties().forEach(each -> {
            Set<String> needed = new TreeSet<>();
            each.getValue().forEach(name -> needed.add(name.asText()));
            together.put(each.getKey(), needed);
        });
        return new Members(named, patterns, others, required, together);
    }

    private Elements elements(JsonNode schema) {
        List<Schema> first = new ArrayList<>();
        schema.path("prefixItems").forEach(each -> first.add(source.of(each)));
        return new Elements(first, schema.has("items") ? source.of(schema.get("items")) : source.anything());
    }
}
