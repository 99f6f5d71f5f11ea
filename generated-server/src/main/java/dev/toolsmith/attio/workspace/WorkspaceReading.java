package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.SystemAttributes;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.names.Names;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** What a workspace consists of, as far as its facts tell. Each answer completes normally; empty when it is not known now. */
public final class WorkspaceReading {

    private WorkspaceReading() {}

    /** The objects in use, or the lists that the credential sees, by slug. */
    public static CompletableFuture<Optional<List<Owner>>> owners(Kind kind, FactReader facts) {
        return facts.find(WorkspaceFacts.owners(kind));
    }

    /** The attributes in use of an object or list, in Attio's order. */
    public static CompletableFuture<Optional<List<Attribute>>> attributes(Owner owner, FactReader facts) {
        return AttributePages.all(new Place(owner.kind(), owner.slug()), facts)
                .thenApply(found -> found.map(
                        all -> all.stream().filter(each -> !each.archived()).toList()));
    }

    /** The titles, by slug, of all attributes of the object or list that a call is about. */
    public static CompletableFuture<Optional<Map<String, String>>> titles(
            ToolDescriptor operation, ObjectNode arguments, FactReader facts) {
        Optional<Place> named = Names.placeOf(operation.path(), arguments);
        if (named.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return placed(named.get(), facts).thenCompose(place -> titles(place, facts));
    }

    /** Facts are kept by slug. */
    static CompletableFuture<Place> placed(Place named, FactReader facts) {
        return FactNames.isUuid(named.slug())
                ? owners(named.kind(), facts)
                        .thenApply(found -> found.orElse(List.of()).stream()
                                .filter(owner -> owner.id().equalsIgnoreCase(named.slug()))
                                .findFirst()
                                .map(owner -> new Place(owner.kind(), owner.slug()))
                                .orElse(named))
                : CompletableFuture.completedFuture(named);
    }

    private static CompletableFuture<Optional<Map<String, String>>> titles(Place place, FactReader facts) {
        return AttributePages.all(place, facts)
                .thenCompose(all ->
                        all.isPresent() ? CompletableFuture.completedFuture(all) : AttributePages.first(place, facts))
                .thenApply(found -> found.map(attributes -> {
                    Map<String, String> titles = new HashMap<>();
                    SystemAttributes.of(place.kind()).forEach(each -> titles.put(each.slug(), each.title()));
                    attributes.forEach(each -> titles.put(each.slug(), each.title()));
                    titles.values().removeIf(String::isBlank);
                    return Map.copyOf(titles);
                }));
    }

    /** The names of the workspace's members, by UUID; those without a name by address. */
    public static CompletableFuture<Optional<Map<String, String>>> members(FactReader facts) {
        return facts.find(WorkspaceFacts.members())
                .thenApply(found -> found.map(members -> {
                    Map<String, String> names = new HashMap<>();
                    members.forEach(each -> names.put(each.id(), each.name().isEmpty() ? each.email() : each.name()));
                    return Map.copyOf(names);
                }));
    }

    /** The options or statuses in use of an attribute that has some, in Attio's order. */
    public static CompletableFuture<Optional<List<Choice>>> choices(
            Owner owner, Attribute attribute, FactReader facts) {
        return facts.find(WorkspaceFacts.choices(owner.kind(), owner.slug(), attribute))
                .thenApply(found -> found.map(
                        all -> all.stream().filter(each -> !each.archived()).toList()));
    }
}
