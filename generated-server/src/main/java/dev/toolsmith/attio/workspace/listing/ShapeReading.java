package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.runtime.account.FactReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Reads what listed tools tell of a workspace, what matters most first. */
final class ShapeReading {

    private final FactReader facts;

    ShapeReading(FactReader facts) {
        this.facts = facts;
    }

    /** The choices of one attribute, that may have to be read. */
    private record Wanted(String object, Attribute attribute) {}

    /**
     * Reads it.
     *
     * @param kinds whether objects and lists are to be named
     * @param objects the slugs of the objects that have tools of their own
     */
    CompletableFuture<KnownShape> read(Set<Kind> kinds, Set<String> objects) {
        Map<Kind, CompletableFuture<Optional<List<Owner>>>> owners = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> owners.put(kind, facts.find(WorkspaceFacts.owners(kind))));
        return present(owners)
                .thenCompose(known -> attributes(existing(objects, known))
                        .thenCompose(attributes ->
                                choices(attributes).thenApply(choices -> new KnownShape(known, attributes, choices))));
    }

    /** Objects that are switched off are not asked about. */
    private static List<String> existing(Set<String> objects, Map<Kind, List<Owner>> known) {
        List<Owner> there = known.getOrDefault(Kind.OBJECTS, List.of());
        return objects.stream()
                .filter(slug -> there.isEmpty()
                        || there.stream().anyMatch(object -> object.slug().equals(slug)))
                .sorted()
                .toList();
    }

    private CompletableFuture<Map<String, List<Attribute>>> attributes(List<String> objects) {
        Map<String, CompletableFuture<Optional<List<Attribute>>>> read = new LinkedHashMap<>();
        objects.forEach(slug -> read.put(slug, facts.find(WorkspaceFacts.attributes(Kind.OBJECTS, slug))));
        return present(read);
    }

    private CompletableFuture<Map<String, List<Choice>>> choices(Map<String, List<Attribute>> attributes) {
        List<Wanted> wanted = new ArrayList<>();
        new TreeMap<>(attributes)
                .forEach((object, all) -> all.stream()
                        .filter(attribute -> attribute.type().isChoice() && ListedValues.isListed(attribute))
                        .forEach(attribute -> wanted.add(new Wanted(object, attribute))));
        wanted.sort(Comparator.comparing(one -> !one.attribute().required()));
        Map<String, CompletableFuture<Optional<List<Choice>>>> read = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            read.put(
                    KnownShape.key(one.object(), one.attribute()),
                    facts.find(WorkspaceFacts.choices(Kind.OBJECTS, one.object(), one.attribute())));
        }
        return present(read);
    }

    private static <K, T> CompletableFuture<Map<K, T>> present(Map<K, CompletableFuture<Optional<T>>> read) {
        return CompletableFuture.allOf(read.values().toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    Map<K, T> present = new HashMap<>();
                    read.forEach((key, one) -> one.join().ifPresent(value -> present.put(key, value)));
                    return present;
                });
    }
}
