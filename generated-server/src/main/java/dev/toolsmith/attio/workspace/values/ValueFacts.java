package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Member;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.values.ValueShape.Named;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.values.ValueShape.Unique;
import dev.toolsmith.runtime.account.FactReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What is known of the attributes that a call writes, beyond themselves. What is not known is not in it.
 *
 * @param choices options and statuses, archived ones too, by the UUID of the attribute
 * @param members the workspace's members
 * @param objects the workspace's objects
 * @param targets the attributes of objects that are referred to, by slug
 */
record ValueFacts(
        Map<String, List<Choice>> choices,
        Optional<List<Member>> members,
        Optional<List<Owner>> objects,
        Map<String, List<Attribute>> targets) {

    private static final Set<String> REFERENCE = Set.of("target_object", "target_record_id");

    /** Finds as much of it as a call may: first choices, then members, then what references refer to. */
    static CompletableFuture<ValueFacts> find(Place place, List<Written> written, FactReader facts) {
        Map<String, List<Choice>> choices = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (Written one : written) {
            Attribute attribute = one.attribute();
            if (attribute.type().isChoice() && (attribute.required() || !isCleared(one))) {
                all.add(facts.find(WorkspaceFacts.choices(place.kind(), place.slug(), attribute))
                        .thenAccept(found -> found.ifPresent(known -> choices.put(attribute.id(), known))));
            }
        }
        CompletableFuture<Optional<List<Member>>> members = needs(written, AttributeType.ACTOR_REFERENCE)
                ? facts.find(WorkspaceFacts.members())
                : CompletableFuture.completedFuture(Optional.empty());
        CompletableFuture<Optional<List<Owner>>> objects = needs(written, AttributeType.RECORD_REFERENCE)
                ? facts.find(WorkspaceFacts.objects())
                : CompletableFuture.completedFuture(Optional.empty());
        Map<String, List<Attribute>> targets = new ConcurrentHashMap<>();
        all.add(members);
        all.add(objects.thenCompose(known -> targets(known.orElse(List.of()), written, facts, targets)));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(done -> new ValueFacts(choices, members.join(), objects.join(), targets));
    }

    private static boolean isCleared(Written written) {
        return written.isNothing() && !written.value().isMissingNode();
    }

    private static boolean needs(List<Written> written, AttributeType type) {
        return written.stream().anyMatch(one -> one.attribute().type() == type && !one.isNothing());
    }

    private static CompletableFuture<?> targets(
            List<Owner> objects, List<Written> written, FactReader facts, Map<String, List<Attribute>> targets) {
        Set<String> named = new TreeSet<>();
        written.stream()
                .filter(one -> one.attribute().type() == AttributeType.RECORD_REFERENCE)
                .flatMap(one -> one.elements().stream())
                .filter(ValueFacts::isByUniqueValue)
                .forEach(value ->
                        named.add(value.path("target_object").asString("").toLowerCase(Locale.ROOT)));
        return CompletableFuture.allOf(objects.stream()
                .filter(object -> named.contains(object.slug().toLowerCase(Locale.ROOT))
                        || named.contains(object.id().toLowerCase(Locale.ROOT)))
                .map(object -> AttributePages.all(new Place(Kind.OBJECTS, object.slug()), facts)
                        .thenAccept(found -> found.ifPresent(known -> targets.put(object.slug(), known))))
                .toArray(CompletableFuture[]::new));
    }

    private static boolean isByUniqueValue(JsonNode value) {
        return value.propertyNames().stream().anyMatch(name -> !REFERENCE.contains(name));
    }

    /** The options or statuses of an attribute that are in use; empty when they are not known. */
    Optional<List<Choice>> inUse(Attribute attribute) {
        return Optional.ofNullable(choices.get(attribute.id()))
                .map(all -> all.stream().filter(choice -> !choice.archived()).toList());
    }

    /**
     * What decides which values an attribute takes.
     *
     * @param needed whether it must not be left without a value
     */
    ValueShape shape(Attribute attribute, boolean needed) {
        return new ValueShape(
                attribute.type(),
                attribute.multi(),
                !needed,
                named(attribute),
                attribute.type() == AttributeType.RECORD_REFERENCE ? targets(attribute) : Optional.empty(),
                attribute.allowedObjects().size() == 1);
    }

    private Optional<Named> named(Attribute attribute) {
        return switch (attribute.type()) {
            case STATUS, SELECT ->
                inUse(attribute)
                        .map(known -> new Named(
                                known.stream().map(Choice::title).toList(),
                                known.stream().map(Choice::id).toList()));
            case ACTOR_REFERENCE ->
                members.map(known -> new Named(
                        known.stream().map(Member::email).toList(),
                        known.stream().map(Member::id).toList()));
            default -> Optional.empty();
        };
    }

    /** The objects that an attribute may refer to; empty when they are not known. */
    Optional<List<Target>> targets(Attribute attribute) {
        List<String> allowed = attribute.allowedObjects();
        Optional<List<Target>> known = objects.map(all -> all.stream()
                .filter(object -> allowed.isEmpty() || allowed.contains(object.id()))
                .map(this::target)
                .toList());
        return known.filter(all -> !all.isEmpty() && (allowed.isEmpty() || all.size() == allowed.size()));
    }

    private Target target(Owner object) {
        return new Target(
                object.slug(),
                object.id(),
                Optional.ofNullable(targets.get(object.slug()))
                        .map(attributes -> attributes.stream()
                                .filter(Attribute::unique)
                                .map(unique -> new Unique(unique.slug(), unique.id(), unique.type()))
                                .toList()));
    }
}
