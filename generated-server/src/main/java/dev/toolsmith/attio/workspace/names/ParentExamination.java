package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Checks that a new entry's record is one of the objects that its list holds records of. */
public final class ParentExamination implements Examination {

    @Override
    public CompletableFuture<List<String>> problems(PlacedCall call, FactReader facts) {
        String said = call.arguments().path("data").path("parent_object").asString("");
        boolean entry = call.place().kind() == Kind.LISTS
                && call.tool().descriptor().path().endsWith("/entries");
        if (!entry || said.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return facts.find(WorkspaceFacts.lists()).thenCompose(lists -> {
            List<String> parents = parents(lists.orElse(List.of()), call.place());
            return parents.isEmpty() || parents.contains(said)
                    ? CompletableFuture.completedFuture(List.of())
                    : facts.find(WorkspaceFacts.objects())
                            .thenApply(objects -> problems(said, parents, call.place(), objects));
        });
    }

    private static List<String> parents(List<Owner> lists, Place place) {
        return lists.stream()
                .filter(list -> list.slug().equals(place.slug()))
                .findFirst()
                .map(Owner::parents)
                .orElse(List.of());
    }

    private static List<String> problems(
            String said, List<String> parents, Place place, Optional<List<Owner>> objects) {
        Optional<Owner> object = objects.stream()
                .flatMap(List::stream)
                .filter(one -> one.slug().equals(said) || one.id().equalsIgnoreCase(said))
                .findFirst();
        boolean fits = object.isPresent()
                && (parents.contains(object.get().slug())
                        || parents.contains(object.get().id()));
        return fits || object.isEmpty()
                ? List.of()
                : List.of("/data/parent_object: the " + place + " holds no records of " + Said.quoted(said)
                        + ". It holds records of: " + Said.names(parents) + ".");
    }
}
