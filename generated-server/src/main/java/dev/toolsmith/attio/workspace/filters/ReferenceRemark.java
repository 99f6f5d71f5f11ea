package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.filters.ComparedTexts.Compared;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what is compared with records that are referred to and is no record's id, and how to ask for what was meant. */
final class ReferenceRemark {

    private static final Pattern DOMAIN = Pattern.compile("(?:[\\w-]{1,63}\\.){1,8}[A-Za-z]{2,24}");
    private static final String OBJECT = "target_object";

    private final Place place;
    private final FactReader facts;

    private ReferenceRemark(Place place, FactReader facts) {
        this.place = place;
        this.facts = facts;
    }

    static CompletableFuture<String> of(Place place, List<Compared> compared, FactReader facts) {
        ReferenceRemark remark = new ReferenceRemark(place, facts);
        CompletableFuture<String> all = CompletableFuture.completedFuture("");
        for (Compared each : compared) {
            all = all.thenCompose(before -> remark.of(each).thenApply(words -> (before + " " + words).strip()));
        }
        return all;
    }

    private CompletableFuture<String> of(Compared compared) {
        if (compared.property().equals(OBJECT)) {
            return facts.find(WorkspaceFacts.objects())
                    .thenApply(found ->
                            found.map(objects -> ofObject(compared, objects)).orElse(""));
        }
        if (FactNames.isUuid(compared.text())) {
            return CompletableFuture.completedFuture("");
        }
        return target(compared)
                .thenCompose(target -> target.map(object -> onward(compared, object))
                        .orElseGet(
                                () -> CompletableFuture.completedFuture(path(compared, "OBJECT", "ATTRIBUTE", "..."))))
                .thenApply(path -> compared.at() + ": "
                        + Said.name(compared.attribute().title())
                        + " is compared with the id of a record, so nothing has " + Said.quoted(compared.text())
                        + ". Use " + path + ".");
    }

    private String ofObject(Compared compared, List<Owner> objects) {
        String said = compared.text();
        if (objects.stream()
                .anyMatch(object -> object.slug().equals(said) || object.id().equalsIgnoreCase(said))) {
            return "";
        }
        KnownPlaces places = new KnownPlaces(place, Optional.empty(), Optional.of(objects));
        return compared.at() + ": " + Said.quoted(said) + " is no object of this workspace, so nothing has it."
                + new ReferenceWords(places).closest(said);
    }

    /** The object whose records were meant. */
    private CompletableFuture<Optional<Owner>> target(Compared compared) {
        CompletableFuture<List<String>> parents =
                place.kind() == Kind.LISTS && compared.attribute().id().isEmpty()
                        ? facts.find(WorkspaceFacts.lists())
                                .thenApply(found -> found.orElse(List.of()).stream()
                                        .filter(list -> list.slug().equals(place.slug()))
                                        .flatMap(list -> list.parents().stream())
                                        .toList())
                        : CompletableFuture.completedFuture(List.of());
        return facts.find(WorkspaceFacts.objects()).thenCombine(parents, (found, slugs) -> {
            List<Owner> objects = found.orElse(List.of()).stream()
                    .filter(object -> ReferenceWords.leadsTo(compared.attribute(), object))
                    .filter(object -> slugs.isEmpty() || slugs.contains(object.slug()))
                    .toList();
            String usual = usual(compared.text());
            return objects.stream()
                    .filter(object -> objects.size() == 1 || object.slug().equals(usual))
                    .findFirst();
        });
    }

    private static String usual(String text) {
        return text.contains("@") ? "people" : DOMAIN.matcher(text).matches() ? "companies" : "";
    }

    private CompletableFuture<String> onward(Compared compared, Owner object) {
        String text = compared.text();
        return AttributePages.first(KnownPlaces.place(object), facts)
                .thenApply(found -> meant(text, found.orElse(List.of()))
                        .map(attribute -> path(compared, object.slug(), attribute.slug(), constraint(attribute, text)))
                        .orElseGet(() -> path(compared, object.slug(), "ATTRIBUTE", "...")));
    }

    /** The attribute whose values look like a text. */
    private static Optional<Attribute> meant(String text, List<Attribute> attributes) {
        Stream<Attribute> inUse = attributes.stream().filter(attribute -> !attribute.archived());
        AttributeType type = text.contains("@") ? AttributeType.EMAIL_ADDRESS : AttributeType.DOMAIN;
        return text.contains("@") || DOMAIN.matcher(text).matches()
                ? inUse.filter(attribute -> attribute.type() == type).findFirst()
                : inUse.filter(attribute -> attribute.slug().equals("name")).findFirst();
    }

    private static String constraint(Attribute attribute, String text) {
        String property = FilterProperty.implicit(attribute.type())
                .filter(meant ->
                        attribute.type() == AttributeType.DOMAIN || attribute.type() == AttributeType.EMAIL_ADDRESS)
                .map(FilterProperty::name)
                .orElse("$contains");
        return "{\"" + property + "\": " + Said.quoted(text) + "}";
    }

    private String path(Compared compared, String object, String attribute, String constraint) {
        return "{\"path\": [[" + Said.quoted(place.slug()) + ", " + Said.quoted(compared.name()) + "], ["
                + Said.quoted(object) + ", " + Said.quoted(attribute) + "]], \"constraints\": " + constraint + "}";
    }
}
