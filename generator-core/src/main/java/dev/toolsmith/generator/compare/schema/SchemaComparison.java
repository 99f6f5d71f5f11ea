package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.compare.schema.SchemaChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the places at which two schemas of JSON Schema 2020-12 take different values. */
public final class SchemaComparison {

    private static final Comparator<SchemaChange> ORDER =
            Comparator.comparing(SchemaChange::place).thenComparing(SchemaChange::kind);

    private final Coverage coverage = new Coverage();
    private final Map<List<Schema>, List<SchemaChange>> done = new HashMap<>();
    private final Set<List<Schema>> open = new HashSet<>();

    private SchemaComparison() {}

    /**
     * What differs, by place. Members that an open object does not name count as never sent.
     *
     * @param before the older schema; its references lead into itself
     * @param after the newer one
     */
    public static List<SchemaChange> between(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return List.of();
        }
        return new SchemaComparison()
                .compared(new SchemaSource(before).root(), new SchemaSource(after).root()).stream()
                        .sorted(ORDER)
                        .toList();
    }

    private List<SchemaChange> compared(Schema before, Schema after) {
        List<Schema> pair = List.of(before, after);
        List<SchemaChange> known = done.get(pair);
        if (known != null) {
            return known;
        }
        if (!open.add(pair)) {
            return List.of();
        }
        List<SchemaChange> found = onePerPlace(differences(before, after));
        open.remove(pair);
        done.put(pair, found);
        return found;
    }

    private List<SchemaChange> differences(Schema before, Schema after) {
        if (before.takesAnything() != after.takesAnything()) {
            boolean refuses = before.takesAnything();
            return List.of(SchemaChange.ofValues(refuses, !refuses, SchemaWords.of(before), SchemaWords.of(after)));
        }
        PlaceFacts facts = new PlaceFacts(SchemaWords.types(before), SchemaWords.types(after));
        List<SchemaChange> inside = new ArrayList<>();
        for (JsonType type : JsonType.values()) {
            List<Branch> olds = before.branches(type);
            List<Branch> news = after.branches(type);
            if (olds.isEmpty() != news.isEmpty()) {
                facts.type(olds.isEmpty());
            } else if (!olds.isEmpty()) {
                inside.addAll(ofType(BranchPairs.of(olds, news, coverage), facts));
            }
        }
        return Stream.concat(facts.change().stream(), inside.stream()).toList();
    }

    private List<SchemaChange> ofType(BranchPairs pairs, PlaceFacts facts) {
        if (pairs.isSplitOrJoined()) {
            facts.alternatives(pairs.olds(), pairs.news());
            return List.of();
        }
        List<SchemaChange> inside = new ArrayList<>();
        for (BranchPairs.Pair pair : pairs.pairs()) {
            boolean refusesNothing = !pairs.isSingle() && pairs.isTakenAfter(pair.before());
            boolean takesNothing = !pairs.isSingle() && pairs.wasTakenBefore(pair.after());
            facts.branches(pair.before(), pair.after(), refusesNothing, takesNothing);
            List<SchemaChange> deeper = Stream.concat(
                            members(pair.before().members(), pair.after().members()).stream(),
                            elements(pair.before().elements(), pair.after().elements()).stream())
                    .toList();
            inside.addAll(pairs.isSingle() ? deeper : ofAlternative(deeper, pairs, pair, refusesNothing, takesNothing));
        }
        pairs.gone().forEach(branch -> facts.alternative(branch, false));
        pairs.fresh().forEach(branch -> facts.alternative(branch, true));
        return inside;
    }

    private static List<SchemaChange> ofAlternative(
            List<SchemaChange> changes,
            BranchPairs pairs,
            BranchPairs.Pair pair,
            boolean refusesNothing,
            boolean takesNothing) {
        boolean forgetsNothing = refusesNothing && pairs.isDescribedElsewhere(pair);
        List<SchemaChange> found = new ArrayList<>();
        for (SchemaChange change : changes) {
            SchemaChange named = !change.isOfDirectMember()
                    ? change
                    : change.inAlternative(
                            SchemaWords.outline(change.kind() == Kind.REMOVED ? pair.before() : pair.after()));
            if (!change.isForgotten()) {
                named.without(refusesNothing, takesNothing).ifPresent(found::add);
            } else if (!forgetsNothing) {
                found.add(named);
            }
        }
        return found;
    }

    private List<SchemaChange> members(Members before, Members after) {
        List<SchemaChange> found = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.named().keySet());
        names.addAll(after.named().keySet());
        names.addAll(before.required());
        names.addAll(after.required());
        for (String name : names) {
            member(name, before, after).stream()
                    .map(change -> change.under(name))
                    .forEach(found::add);
        }
        Stream<SchemaChange> others =
                before.others().isRefused() || after.others().isRefused()
                        ? Stream.empty()
                        : compared(before.others(), after.others()).stream();
        Stream<SchemaChange> patterns = before.patterns().keySet().stream()
                .filter(after.patterns()::containsKey)
                .flatMap(pattern -> compared(
                        Objects.requireNonNull(before.patterns().get(pattern)),
                        Objects.requireNonNull(after.patterns().get(pattern)))
                        .stream());
        Stream.concat(others, patterns).map(change -> change.under("*")).forEach(found::add);
        return found;
    }

    private List<SchemaChange> member(String name, Members before, Members after) {
        boolean needed = after.required().contains(name);
        boolean wasNeeded = before.required().contains(name);
        if (before.names(name) && !after.names(name)) {
            boolean refused = !coverage.covers(after.of(name), before.of(name));
            return List.of(new SchemaChange("", Kind.REMOVED, refused, false, words(before.of(name), wasNeeded), ""));
        }
        if (!before.names(name) && after.names(name)) {
            boolean refuses = needed
                    || !(before.of(name).isRefused()
                            || coverage.covers(after.of(name), before.of(name))
                            || before.of(name).isAnything());
            return List.of(new SchemaChange("", Kind.ADDED, refuses, true, "", words(after.of(name), needed)));
        }
        List<SchemaChange> found = new ArrayList<>();
        if (before.names(name)) {
            found.addAll(compared(before.of(name), after.of(name)));
        }
        if (needed && !wasNeeded) {
            found.add(new SchemaChange("", Kind.NEWLY_REQUIRED, true, false, "optional", "required"));
        } else if (wasNeeded && !needed) {
            found.add(new SchemaChange("", Kind.NO_LONGER_REQUIRED, false, true, "required", "optional"));
        }
        together(name, before, after).ifPresent(found::add);
        return found;
    }

    private static java.util.Optional<SchemaChange> together(String name, Members before, Members after) {
        Set<String> olds = before.needsBeside(name);
        Set<String> news = after.needsBeside(name);
        boolean refuses = !before.and(after).required().containsAll(news) && !olds.containsAll(news);
        boolean takes = !before.and(after).required().containsAll(olds) && !news.containsAll(olds);
        return refuses || takes
                ? java.util.Optional.of(
                        SchemaChange.ofValues(refuses, takes, SchemaWords.together(olds), SchemaWords.together(news)))
                : java.util.Optional.empty();
    }

    private List<SchemaChange> elements(Elements before, Elements after) {
        List<SchemaChange> found = new ArrayList<>();
        int most = Math.max(before.first().size(), after.first().size());
        for (int position = 0; position < most; position++) {
            String name = Integer.toString(position);
            compared(before.at(position), after.at(position)).forEach(change -> found.add(change.under(name)));
        }
        compared(before.rest(), after.rest()).forEach(change -> found.add(change.under("*")));
        return found;
    }

    private static String words(Schema schema, boolean required) {
        return (required ? "required, " : "") + SchemaWords.of(schema);
    }

    private static List<SchemaChange> onePerPlace(List<SchemaChange> changes) {
        Map<List<String>, SchemaChange> byPlace = new TreeMap<>(
                Comparator.<List<String>, String>comparing(key -> key.get(0)).thenComparing(key -> key.get(1)));
        for (SchemaChange change : changes) {
            byPlace.merge(List.of(change.place(), aspect(change.kind())), change, SchemaChange::with);
        }
        return List.copyOf(byPlace.values());
    }

    private static String aspect(Kind kind) {
        return switch (kind) {
            case NEWLY_REQUIRED, NO_LONGER_REQUIRED -> "required";
            case ADDED -> "new";
            case REMOVED -> "gone";
            default -> "values";
        };
    }
}
