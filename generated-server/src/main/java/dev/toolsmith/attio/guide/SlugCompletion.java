package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextScope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Completes the slugs of a workspace, found by slug or by name, and the titles of statuses. */
final class SlugCompletion {

    private final Workspace workspace;

    SlugCompletion(ContextScope scope) {
        this.workspace = new Workspace(scope);
    }

    /** A thing that is completed to its slug, with all that it is found by. */
    record Named(String slug, List<String> titles) {}

    CompletableFuture<Completion> owners(Kind kind, String typed) {
        return workspace
                .owners(kind)
                .thenApply(found -> completion(
                        found.orElse(List.of()).stream()
                                .map(each -> new Named(each.slug(), each.titles()))
                                .toList(),
                        typed));
    }

    CompletableFuture<Completion> attributes(Kind kind, String owner, String typed) {
        return attributesOf(kind, owner)
                .thenApply(found -> completion(
                        found.stream()
                                .map(each -> new Named(each.slug(), List.of(each.title())))
                                .toList(),
                        typed));
    }

    /** The statuses that entries of a list may have. */
    CompletableFuture<Completion> statuses(String list, String typed) {
        return owner(Kind.LISTS, list)
                .thenCompose(owner -> owner.isEmpty()
                        ? CompletableFuture.completedFuture(Completion.NONE)
                        : workspace
                                .statuses(owner.get())
                                .thenApply(titles -> Completion.of(titles.orElse(List.of()), typed)));
    }

    private CompletableFuture<List<Attribute>> attributesOf(Kind kind, String name) {
        return owner(kind, name)
                .thenCompose(owner -> owner.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : workspace.attributes(owner.get()).thenApply(found -> found.orElse(List.of())));
    }

    private CompletableFuture<Optional<Owner>> owner(Kind kind, String name) {
        return workspace.owners(kind).thenApply(found -> found.flatMap(owners -> Workspace.named(name, owners)));
    }

    /** First those whose slug begins with what was typed, then those whose slug or, last, whose title holds it. */
    static Completion completion(List<Named> all, String typed) {
        String sought = typed.toLowerCase(Locale.ROOT);
        Set<String> slugs = new LinkedHashSet<>();
        add(slugs, all, each -> each.slug().toLowerCase(Locale.ROOT).startsWith(sought));
        add(slugs, all, each -> each.slug().toLowerCase(Locale.ROOT).contains(sought));
        add(
                slugs,
                all,
                each -> each.titles().stream()
                        .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(sought)));
        return Completion.of(List.copyOf(slugs), "");
    }

    private static void add(Set<String> slugs, List<Named> all, Predicate<Named> found) {
        all.stream().filter(found).forEach(each -> slugs.add(each.slug()));
    }
}
