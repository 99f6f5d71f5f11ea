package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads written schemas as alternatives: references followed, allOf taken together, anyOf and oneOf side by side. */
final class BranchReader {

    /** With more alternatives than these, those of one keyword are compared as a whole. */
    private static final int MOST = 200;

    private final SchemaSource source;
    private final KeywordReader keywords;
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    BranchReader(SchemaSource source) {
        this.source = source;
        this.keywords = new KeywordReader(source);
    }

    /** What all of these schemas take. */
    List<Branch> read(List<JsonNode> schemas) {
        if (schemas.isEmpty()) {
            return Branch.anything(source);
        }
        List<Branch> result = of(schemas.get(0));
        for (JsonNode schema : schemas.subList(1, schemas.size())) {
            result = both(result, of(schema));
        }
        return joined(result);
    }

    private List<Branch> of(JsonNode schema) {
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Branch.anything(source) : List.of();
        }
        if (!open.add(schema)) {
            return Branch.anything(source);
        }
        List<Branch> result = keywords.branches(schema);
        if (source.target(schema).isPresent()) {
            result = both(result, of(source.target(schema).get()));
        }
        for (JsonNode part : schema.path("allOf")) {
            result = both(result, of(part));
        }
        result = alternatives(schema, "anyOf", result);
        result = alternatives(schema, "oneOf", result);
        open.remove(schema);
        return keywords.finished(schema, result);
    }

    private List<Branch> alternatives(JsonNode schema, String keyword, List<Branch> others) {
        if (!schema.path(keyword).isArray()) {
            return others;
        }
        List<List<Branch>> each = new ArrayList<>();
        schema.get(keyword).forEach(alternative -> each.add(of(alternative)));
        Set<JsonType> overlapping = keyword.equals("oneOf") ? overlapping(each) : Set.of();
        List<Branch> all = joined(each.stream()
                .flatMap(List::stream)
                .map(branch -> overlapping.contains(branch.type()) ? branch.withRule(Rule.ONE_ALTERNATIVE) : branch)
                .toList());
        if ((long) others.size() * all.size() > (long) MOST * JsonType.values().length) {
            Rule rule = new Rule(keyword, CanonicalText.of(schema.get(keyword), source));
            return others.stream().map(branch -> branch.withRule(rule)).toList();
        }
        return both(others, all);
    }

    private static Set<JsonType> overlapping(List<List<Branch>> alternatives) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (int first = 0; first < alternatives.size(); first++) {
            for (int second = first + 1; second < alternatives.size(); second++) {
                for (Branch one : alternatives.get(first)) {
                    for (Branch other : alternatives.get(second)) {
                        if (one.type() == other.type() && !Disjoint.are(one, other)) {
                            types.add(one.type());
                        }
                    }
                }
            }
        }
        return types;
    }

    private List<Branch> both(List<Branch> first, List<Branch> second) {
        List<Branch> result = new ArrayList<>();
        for (Branch one : first) {
            for (Branch other : second) {
                if (one.type() == other.type()) {
                    BranchTidier.tidied(one.and(other)).ifPresent(result::add);
                }
            }
        }
        return result;
    }

    /** Equal alternatives once, and enumerations of one type as one. */
    private static List<Branch> joined(List<Branch> branches) {
        Map<Branch, Set<JsonNode>> values = new LinkedHashMap<>();
        Set<Branch> result = new LinkedHashSet<>();
        for (Branch branch : branches) {
            if (branch.values().isPresent()) {
                values.computeIfAbsent(branch.withValues(Set.of()), same -> new LinkedHashSet<>())
                        .addAll(branch.values().get());
            }
        }
        Set<Branch> done = new HashSet<>();
        for (Branch branch : branches) {
            Branch frame = branch.withValues(Set.of());
            if (branch.values().isEmpty()) {
                result.add(branch);
            } else if (done.add(frame)) {
                BranchTidier.tidied(branch.withValues(Objects.requireNonNull(values.get(frame))))
                        .ifPresent(result::add);
            }
        }
        return List.copyOf(result);
    }
}
