package dev.toolsmith.attio.workspace.facts;

import dev.toolsmith.runtime.account.FactReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Finds all attributes of an object or list. Attio takes a limit and an offset for them, and does not say what its own limit
 * is: where as many come as a page may have, it is asked for those behind them before a name is refused.
 */
public final class AttributePages {

    private static final Set<Integer> SMALL = Set.of(10, 15, 20, 25);
    private static final int LARGE = 50;

    private AttributePages() {}

    /** One of the ways to find attributes. */
    @FunctionalInterface
    public interface Extent {

        CompletableFuture<Optional<List<Attribute>>> find(Place place, FactReader facts);
    }

    /** What Attio answers with at first, which may be all. */
    public static CompletableFuture<Optional<List<Attribute>>> first(Place place, FactReader facts) {
        return facts.find(WorkspaceFacts.attributes(place.kind(), place.slug()));
    }

    /** The attributes of a place, archived ones too; empty when they are not known, or perhaps not all of them. */
    public static CompletableFuture<Optional<List<Attribute>>> all(Place place, FactReader facts) {
        return from(place, facts, List.of());
    }

    private static CompletableFuture<Optional<List<Attribute>>> from(
            Place place, FactReader facts, List<Attribute> before) {
        return facts.find(WorkspaceFacts.attributes(place.kind(), place.slug(), before.size()))
                .thenCompose(found -> {
                    if (found.isEmpty()) {
                        return CompletableFuture.completedFuture(found);
                    }
                    List<Attribute> all = joined(before, found.get());
                    boolean more = mayBePage(found.get().size()) && all.size() > before.size();
                    return more ? from(place, facts, all) : CompletableFuture.completedFuture(Optional.of(all));
                });
    }

    private static boolean mayBePage(int size) {
        return SMALL.contains(size) || (size > 0 && size % LARGE == 0);
    }

    private static List<Attribute> joined(List<Attribute> before, List<Attribute> more) {
        if (before.isEmpty()) {
            return more;
        }
        List<Attribute> all = new ArrayList<>(before);
        Set<String> ids = new HashSet<>();
        before.forEach(attribute -> ids.add(attribute.id()));
        more.stream().filter(attribute -> ids.add(attribute.id())).forEach(all::add);
        return List.copyOf(all);
    }
}
