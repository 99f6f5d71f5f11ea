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
                            .thenApply(objects -> problems(said, lists.orElse(List.of()), call.place(), objects));
        });
    }

    private static List<String> parents(List<Owner> lists, Place place) {
        return lists.stream()
                .filter(list -> list.slug().equals(place.slug()))
                .findFirst()
                .map(Owner::parents)
                .orElse(List.of());
    }

    private static List<String> problems(String said, List<Owner> lists, Place place, Optional<List<Owner>> objects) {
        List<String> parents = parents(lists, place);
        Optional<Owner> object = objects.stream()
                .flatMap(List::stream)
                .filter(one -> one.slug().equals(said) || one.id().equalsIgnoreCase(said))
                .findFirst();
        return object.isEmpty() || holds(parents, object.get())
                ? List.of()
                : List.of("/data/parent_object: the " + place + " holds no records of " + Said.quoted(said)
                        + ". It holds records of: " + Said.names(parents) + "." + others(object.get(), lists));
    }

    private static boolean holds(List<String> parents, Owner object) {
        return parents.contains(object.slug()) || parents.contains(object.id());
    }

    /** Which lists hold records of an object. */
    private static String others(Owner object, List<Owner> lists) {
        List<String> found = lists.stream()
                .filter(list -> holds(list.parents(), object))
                .map(Owner::slug)
                .toList();
        return found.isEmpty()
                ? " No list holds records of " + Said.name(object.slug()) + "."
                : " Records of " + Said.name(object.slug()) + " are held by: " + Said.names(found) + ".";
    }
}
