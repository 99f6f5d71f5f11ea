package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.AttributePages.Extent;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.names.Examination;
import dev.toolsmith.attio.workspace.names.PlacedCall;
import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at the {@code filter} and {@code sorts} of queries. Reads the attributes of what is queried, and for paths the
 * objects and the attributes of those that are named.
 */
public final class FilterExamination implements Examination {

    private static final JsonPointer ROOT = JsonPointer.empty();

    @Override
    public CompletableFuture<List<String>> problems(PlacedCall call, FactReader facts) {
        ObjectNode arguments = call.arguments();
        boolean query = call.tool().descriptor().path().endsWith("/query");
        if (!query || (!arguments.has("filter") && !arguments.has("sorts"))) {
            return CompletableFuture.completedFuture(List.of());
        }
        QueryPaths paths = QueryPaths.of(arguments.path("filter"), arguments.path("sorts"));
        return known(call.place(), paths, facts, AttributePages::first)
                .thenCompose(places -> {
                    problems(arguments, places);
                    return places.isMissingAttributes()
                            ? known(call.place(), paths, facts, AttributePages::all)
                            : CompletableFuture.completedFuture(places);
                })
                .thenCompose(places -> problems(arguments, places, facts));
    }

    private static CompletableFuture<List<String>> problems(
            ObjectNode arguments, KnownPlaces places, FactReader facts) {
        List<String> problems = problems(arguments, places);
        return places.isMissingObjects()
                ? facts.find(WorkspaceFacts.objects()).thenApply(found -> problems(arguments, places.with(found)))
                : CompletableFuture.completedFuture(problems);
    }

    /** What is wrong with a filter and sorts, as far as that is known. */
    static List<String> problems(ObjectNode arguments, KnownPlaces places) {
        QueryProblems problems = new QueryProblems();
        if (arguments.has("filter")) {
            new FilterCheck(places, problems).check(arguments.path("filter"), ROOT.appendProperty("filter"));
        }
        new SortCheck(places, problems).check(arguments.path("sorts"), ROOT.appendProperty("sorts"));
        return problems.lines();
    }

    private static CompletableFuture<KnownPlaces> known(
            Place start, QueryPaths paths, FactReader facts, Extent extent) {
        boolean otherName = paths.first().stream().anyMatch(name -> !name.equals(start.slug()));
        boolean leadsOn = !paths.further().isEmpty();
        CompletableFuture<Optional<List<Attribute>>> own = extent.find(start, facts);
        CompletableFuture<Optional<List<Owner>>> lists =
                find(otherName && start.kind() == Kind.LISTS, WorkspaceFacts.lists(), facts);
        CompletableFuture<Optional<List<Owner>>> objects =
                find(leadsOn || (otherName && start.kind() == Kind.OBJECTS), WorkspaceFacts.objects(), facts);
        return lists.thenCombine(
                        objects,
                        (siblings, targets) -> new KnownPlaces(
                                start, id(start, start.kind() == Kind.LISTS ? siblings : targets), targets))
                .thenCombine(own, (places, attributes) -> {
                    attributes.ifPresent(listed -> places.put(start, listed));
                    return places;
                })
                .thenCompose(places -> further(paths, places, facts, extent));
    }

    private static CompletableFuture<Optional<List<Owner>>> find(
            boolean needed, Fact<List<Owner>> fact, FactReader facts) {
        return needed ? facts.find(fact) : CompletableFuture.completedFuture(Optional.empty());
    }

    private static Optional<String> id(Place place, Optional<List<Owner>> owners) {
        return owners.stream()
                .flatMap(List::stream)
                .filter(owner -> owner.slug().equals(place.slug()))
                .map(Owner::id)
                .findFirst();
    }

    private static CompletableFuture<KnownPlaces> further(
            QueryPaths paths, KnownPlaces places, FactReader facts, Extent extent) {
        List<Place> named = paths.further().stream()
                .flatMap(name -> places.object(name).stream())
                .map(KnownPlaces::place)
                .filter(place -> !places.knows(place))
                .distinct()
                .toList();
        CompletableFuture<KnownPlaces> all = CompletableFuture.completedFuture(places);
        for (Place place : named) {
            all = all.thenCombine(extent.find(place, facts), (known, found) -> {
                found.ifPresent(listed -> known.put(place, listed));
                return known;
            });
        }
        return all;
    }
}
