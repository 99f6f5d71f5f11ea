package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.names.NameWords.Group;
import dev.toolsmith.attio.workspace.names.Names.Resolved;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Resolves the names in the arguments of one call, from the owner to the attribute to the choice. */
final class Naming {

    private static final String MATCHING = "matching_attribute";
    private static final List<String> OF_ATTRIBUTES = List.of("attribute", MATCHING);
    private static final List<String> OF_CHOICES = List.of("option", "status");

    private final ToolDescriptor operation;
    private final ObjectNode arguments;
    private final FactReader facts;
    private final List<String> problems = new ArrayList<>();

    /**
     * A resolution that is to begin.
     *
     * @param arguments changed on the way
     */
    Naming(ToolDescriptor operation, ObjectNode arguments, FactReader facts) {
        this.operation = operation;
        this.arguments = arguments;
        this.facts = facts;
    }

    /**
     * Begins with an argument that names the object or list that the call is about. Where none is known, nothing is read by
     * its name, as it may be any text.
     */
    CompletableFuture<Resolved> place(Kind kind, String argument) {
        return facts.find(WorkspaceFacts.owners(kind)).thenCompose(known -> {
            if (known.isEmpty()) {
                return elsewhere(Optional.empty());
            }
            String said = arguments.path(argument).asString("");
            return resolved(argument, said, group(kind), owners(known.get()))
                    .flatMap(meant -> known.get().stream()
                            .filter(owner -> owner.id().equals(meant.id()))
                            .findFirst())
                    .map(this::within)
                    .orElseGet(() -> elsewhere(Optional.empty()));
        });
    }

    private CompletableFuture<Resolved> within(Owner owner) {
        Place place = new Place(owner.kind(), owner.slug());
        boolean parentIsKnown = owner.parents()
                .contains(arguments.path("data").path("parent_object").asString(""));
        return attribute(place)
                .thenCompose(known -> parentIsKnown
                        ? CompletableFuture.completedFuture(done(Optional.of(place)))
                        : elsewhere(Optional.of(place)));
    }

    /** Begins with an object or list that is known. */
    CompletableFuture<Resolved> within(Place place) {
        return attribute(place).thenCompose(known -> elsewhere(Optional.of(place)));
    }

    private CompletableFuture<Boolean> attribute(Place place) {
        CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
        for (String argument : OF_ATTRIBUTES) {
            if (arguments.path(argument).isString()) {
                all = all.thenCompose(known -> attribute(place, argument));
            }
        }
        return all;
    }

    private CompletableFuture<Boolean> attribute(Place place, String argument) {
        String said = arguments.path(argument).stringValue();
        boolean matching = argument.equals(MATCHING);
        Group group = new Group(
                matching ? "unique attribute" : "attribute",
                "attributes",
                place.toString(),
                ListingWords.attributes(place));
        return attributes(place, said).thenCompose(known -> {
            if (known.isEmpty()) {
                return CompletableFuture.completedFuture(false);
            }
            List<Candidate> all = known.get().stream().map(Candidate::of).toList();
            List<Candidate> advised = matching
                    ? known.get().stream()
                            .filter(attribute -> attribute.unique() && attribute.writable() && !attribute.archived())
                            .map(Candidate::of)
                            .toList()
                    : all;
            return resolved(argument, said, all, found -> NameWords.problem(argument, said, group, found, advised))
                    .flatMap(meant -> known.get().stream()
                            .filter(attribute -> attribute.id().equals(meant.id()))
                            .findFirst())
                    .map(attribute -> choice(place, attribute))
                    .orElseGet(() -> CompletableFuture.completedFuture(false));
        });
    }

    private CompletableFuture<Optional<List<Attribute>>> attributes(Place place, String said) {
        return AttributePages.first(place, facts)
                .thenCompose(
                        first -> first.filter(known -> isNamed(said, known)).isPresent()
                                ? CompletableFuture.completedFuture(first)
                                : AttributePages.all(place, facts));
    }

    private static boolean isNamed(String said, List<Attribute> attributes) {
        return attributes.stream().map(Candidate::of).anyMatch(candidate -> candidate.isNamed(said));
    }

    private CompletableFuture<Boolean> choice(Place place, Attribute attribute) {
        Optional<String> misplaced = ChoiceWords.misplaced(operation, place, attribute);
        if (misplaced.isPresent()) {
            problems.add(misplaced.get());
            return CompletableFuture.completedFuture(false);
        }
        Optional<String> argument = OF_CHOICES.stream()
                .filter(name -> operation.path().endsWith("{" + name + "}"))
                .findFirst();
        if (argument.isEmpty() || !attribute.type().isChoice()) {
            return CompletableFuture.completedFuture(true);
        }
        String said = arguments.path(argument.get()).asString("");
        return facts.find(WorkspaceFacts.choices(place.kind(), place.slug(), attribute))
                .thenApply(known -> known.isPresent()
                        && resolved(
                                        argument.get(),
                                        said,
                                        ChoiceWords.group(place, attribute),
                                        known.get().stream().map(Candidate::of).toList())
                                .isPresent());
    }

    /** Goes on with names that stand beside the object or list that the call is about. */
    CompletableFuture<Resolved> elsewhere(Optional<Place> place) {
        CompletableFuture<Boolean> all = CompletableFuture.completedFuture(true);
        for (Mention mention : Mention.of(operation.method(), operation.path())) {
            if (mention.occursIn(arguments)) {
                all = all.thenCompose(known -> owners(mention));
            }
        }
        if (EventFilters.occurIn(operation.method(), operation.path())) {
            for (Kind kind : Kind.values()) {
                all = all.thenCompose(known -> conditions(kind));
            }
        }
        return all.thenApply(known -> done(place));
    }

    private CompletableFuture<Boolean> conditions(Kind kind) {
        boolean[] occurs = {false};
        EventFilters.visit(arguments, kind, (pointer, said) -> {
            occurs[0] = true;
            return Optional.empty();
        });
        if (!occurs[0]) {
            return CompletableFuture.completedFuture(true);
        }
        return facts.find(WorkspaceFacts.owners(kind)).thenApply(known -> {
            known.ifPresent(owners -> EventFilters.visit(
                    arguments,
                    kind,
                    (pointer, said) ->
                            meant(pointer, said, group(kind), owners(owners)).map(Candidate::id)));
            return known.isPresent();
        });
    }

    private CompletableFuture<Boolean> owners(Mention mention) {
        return facts.find(WorkspaceFacts.owners(mention.kind())).thenApply(known -> {
            known.ifPresent(owners -> mention.visit(arguments, (argument, said) -> {
                List<Candidate> all = owners(owners);
                return meant(argument, said, group(mention.kind()), all)
                        .map(meant -> Candidates.sent(said, meant, all));
            }));
            return known.isPresent();
        });
    }

    private static List<Candidate> owners(List<Owner> owners) {
        return owners.stream().map(Candidate::of).toList();
    }

    private static Group group(Kind kind) {
        return new Group(kind.noun(), kind.target(), "this workspace", ListingWords.owners(kind));
    }

    private Optional<Candidate> resolved(String argument, String said, Group group, List<Candidate> all) {
        return resolved(argument, said, all, found -> NameWords.problem(argument, said, group, found, all));
    }

    private Optional<Candidate> resolved(
            String argument, String said, List<Candidate> all, Function<List<Candidate>, String> problem) {
        Optional<Candidate> meant = meant(said, all, problem);
        meant.ifPresent(candidate -> arguments.put(argument, Candidates.sent(said, candidate, all)));
        return meant;
    }

    private Optional<Candidate> meant(String argument, String said, Group group, List<Candidate> all) {
        return meant(said, all, found -> NameWords.problem(argument, said, group, found, all));
    }

    private Optional<Candidate> meant(String said, List<Candidate> all, Function<List<Candidate>, String> problem) {
        List<Candidate> found = Candidates.named(said, all);
        if (found.size() != 1) {
            problems.add(problem.apply(found));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Resolved done(Optional<Place> place) {
        return new Resolved(arguments, place, List.copyOf(problems));
    }
}
