package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.Owner.Kind;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

    /** The options or statuses in use of an attribute that has some, in Attio's order. */
    public static CompletableFuture<Optional<List<Choice>>> choices(
            Owner owner, Attribute attribute, FactReader facts) {
        return facts.find(WorkspaceFacts.choices(owner.kind(), owner.slug(), attribute))
                .thenApply(found -> found.map(
                        all -> all.stream().filter(each -> !each.archived()).toList()));
    }
}
