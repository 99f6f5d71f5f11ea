package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what differs at one place, apart from what stands inside it. */
final class PlaceFacts {

    /** Alternatives that are on both sides. */
    private static final String OTHERS = "…";

    private final String typesBefore;
    private final String typesAfter;
    private final Set<String> before = new LinkedHashSet<>();
    private final Set<String> after = new LinkedHashSet<>();
    private boolean refuses;
    private boolean takes;

    PlaceFacts(String typesBefore, String typesAfter) {
        this.typesBefore = typesBefore;
        this.typesAfter = typesAfter;
    }

    /** All of it as one change, if anything differs. */
    Optional<SchemaChange> change() {
        return refuses || takes
                ? Optional.of(
                        SchemaChange.ofValues(refuses, takes, words(typesBefore, before), words(typesAfter, after)))
                : Optional.empty();
    }

    private String words(String types, Set<String> facts) {
        boolean named = !typesBefore.equals(typesAfter) || facts.isEmpty();
        return Stream.concat(
                        named ? Stream.of(types) : Stream.empty(),
                        facts.stream().filter(fact -> facts.size() == 1 || !fact.equals(OTHERS)))
                .collect(Collectors.joining(", "));
    }

    /** A type is taken on one side only. */
    void type(boolean onlyAfter) {
        note(!onlyAfter, onlyAfter, "", "");
    }

    /** An alternative is there on one side only. */
    void alternative(Branch branch, boolean onlyAfter) {
        String with = OTHERS + " | " + SchemaWords.of(branch);
        note(!onlyAfter, onlyAfter, onlyAfter ? OTHERS : with, onlyAfter ? with : OTHERS);
    }

    /** A lone alternative became several that take less, or the other way round. */
    void alternatives(List<Branch> olds, List<Branch> news) {
        note(olds.size() == 1, news.size() == 1, words(olds), words(news));
    }

    private static String words(List<Branch> branches) {
        return branches.stream().map(SchemaWords::of).distinct().collect(Collectors.joining(" | "));
    }

    /** An alternative that was changed; what is refused or taken elsewhere counts for nothing. */
    void branches(Branch old, Branch fresh, boolean refusesNothing, boolean takesNothing) {
        PlaceFacts own = new PlaceFacts(typesBefore, typesAfter);
        if (old.values().isPresent() || fresh.values().isPresent()) {
            own.values(old, fresh);
        } else {
            own.limits(old, fresh);
            own.rules(old, fresh);
            own.others(old, fresh);
        }
        own.refuses &= !refusesNothing;
        own.takes &= !takesNothing;
        if (own.refuses || own.takes) {
            before.addAll(own.before);
            after.addAll(own.after);
            refuses |= own.refuses;
            takes |= own.takes;
        }
    }

    private void values(Branch old, Branch fresh) {
        Set<JsonNode> olds = old.values().orElse(Set.of());
        Set<JsonNode> news = fresh.values().orElse(Set.of());
        Set<JsonNode> gone = notTaken(olds, fresh);
        Set<JsonNode> added = notTaken(news, old);
        boolean fewer = old.values().isEmpty() || !gone.isEmpty();
        boolean more = fresh.values().isEmpty() || !added.isEmpty();
        boolean all = old.values().isPresent() && fresh.values().isPresent();
        if (fewer || more) {
            note(
                    fewer,
                    more,
                    old.values().isPresent() ? SchemaWords.values(olds, gone) : all ? "" : SchemaWords.of(old),
                    fresh.values().isPresent() ? SchemaWords.values(news, added) : all ? "" : SchemaWords.of(fresh));
        }
        if (all) {
            rules(old, fresh);
        }
    }

    private static Set<JsonNode> notTaken(Set<JsonNode> values, Branch branch) {
        Set<JsonNode> result = new LinkedHashSet<>(values);
        result.removeIf(value -> branch.values()
                .map(others -> others.contains(value))
                .orElseGet(() -> ValueCheck.isTaken(branch, value)));
        return result;
    }

    private void limits(Branch old, Branch fresh) {
        Limit.of(old.type()).forEach(limit -> {
            Optional<Bound> was = Optional.ofNullable(old.limits().get(limit));
            Optional<Bound> is = Optional.ofNullable(fresh.limits().get(limit));
            boolean stricter = is.isPresent()
                    && was.filter(bound -> limit.isAtLeastAsStrict(bound, is.get()))
                            .isEmpty();
            boolean looser = was.isPresent()
                    && is.filter(bound -> limit.isAtLeastAsStrict(bound, was.get()))
                            .isEmpty();
            if (stricter || looser) {
                note(
                        stricter,
                        looser,
                        was.map(limit::words).orElse(""),
                        is.map(limit::words).orElse(""));
            }
        });
    }

    private void rules(Branch old, Branch fresh) {
        fresh.rules().stream()
                .filter(rule -> !Rules.isKept(rule, old))
                .forEach(rule -> note(true, false, alike(rule, old), words(rule)));
        old.rules().stream()
                .filter(rule -> !Rules.isKept(rule, fresh))
                .forEach(rule -> note(false, true, words(rule), alike(rule, fresh)));
    }

    /** What the other side demands in this respect. */
    private static String alike(Rule rule, Branch branch) {
        return branch.rules().stream()
                .filter(each -> each.keyword().equals(rule.keyword()))
                .map(PlaceFacts::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Rule rule) {
        return rule.equals(Rule.WHOLE) ? "" : rule.words();
    }

    private void others(Branch old, Branch fresh) {
        boolean wasClosed = old.members().others().isRefused();
        boolean isClosed = fresh.members().others().isRefused();
        if (wasClosed != isClosed) {
            String closed = "no other members";
            note(
                    isClosed,
                    wasClosed,
                    wasClosed ? closed : "other members too",
                    isClosed ? closed : "other members too");
        }
        Set<String> olds = old.members().patterns().keySet();
        Set<String> news = fresh.members().patterns().keySet();
        boolean gone = !news.containsAll(olds);
        boolean added = !olds.containsAll(news);
        if (gone || added) {
            boolean closed = wasClosed && isClosed;
            note(
                    closed ? gone : added,
                    closed ? added : gone,
                    olds.isEmpty() ? "" : SchemaWords.patterns(olds),
                    news.isEmpty() ? "" : SchemaWords.patterns(news));
        }
    }

    private void note(boolean refusing, boolean taking, String was, String is) {
        refuses |= refusing;
        takes |= taking;
        if (!was.isEmpty()) {
            before.add(was);
        }
        if (!is.isEmpty()) {
            after.add(is);
        }
    }
}
