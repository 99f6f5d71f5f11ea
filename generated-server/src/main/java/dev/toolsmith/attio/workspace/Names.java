package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.Owner.Kind;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.bundle.BundledTool;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Finds what the names in arguments stand for. */
final class Names {

    private static final String RECORDS = "/v2/objects/";

    private Names() {}

    /**
     * Arguments of which the names are known.
     *
     * @param arguments what is to be sent
     * @param place the object or list that the call is about; empty when it is about none, or that is not known
     * @param problems names that stand for nothing, or for several things
     */
    record Resolved(ObjectNode arguments, Optional<Place> place, List<String> problems) {}

    /** Resolves the names in a call's arguments. */
    static CompletableFuture<Resolved> resolve(BundledTool tool, ObjectNode arguments, FactReader facts) {
        Optional<Place> fixed = fixed(tool.descriptor().path());
        if (fixed.isPresent()) {
            return CompletableFuture.completedFuture(new Resolved(arguments, fixed, List.of()));
        }
        Kind kind = arguments.has("list") ? Kind.LISTS : Kind.OBJECTS;
        String said = arguments.path(kind.noun()).asString("");
        return facts.find(WorkspaceFacts.owners(kind))
                .thenApply(owners -> new Resolved(
                        arguments,
                        owners.stream()
                                .flatMap(List::stream)
                                .filter(owner ->
                                        owner.slug().equals(said) || owner.id().equals(said))
                                .findFirst()
                                .map(owner -> new Place(kind, owner.slug())),
                        List.of()));
    }

    /** The object that a tool of one object has in its path. */
    static Optional<Place> fixed(String path) {
        int end = path.indexOf('/', RECORDS.length());
        if (!path.startsWith(RECORDS) || end < 0) {
            return Optional.empty();
        }
        String slug = path.substring(RECORDS.length(), end);
        return slug.startsWith("{") || slug.equals("records")
                ? Optional.empty()
                : Optional.of(new Place(Kind.OBJECTS, slug));
    }
}
