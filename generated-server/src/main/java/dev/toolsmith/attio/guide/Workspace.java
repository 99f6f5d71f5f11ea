package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.WorkspaceReading;
import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.context.ContextScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a caller may know of its workspace: nothing that it could not read with a tool that it is offered. Each answer
 * completes normally; empty when it is not known now, or not to be known.
 */
final class Workspace {

    private static final String ATTRIBUTES = "list_all_attio_attributes";

    private final ContextScope scope;
    private final CompletableFuture<Optional<FactReader>> facts;

    Workspace(ContextScope scope) {
        this.scope = scope;
        this.facts = scope.facts();
    }

    /** The tool that tells the objects or lists. */
    static String tool(Kind kind) {
        return kind == Kind.OBJECTS ? "list_all_attio_objects" : "list_all_attio_lists";
    }

    /** Whether a caller may know the objects or lists. */
    static boolean mayKnow(Kind kind, ContextScope scope) {
        return scope.offers(tool(kind));
    }

    /** Whether a caller may know the attributes of objects or lists. */
    static boolean mayKnowAttributes(Kind kind, ContextScope scope) {
        return mayKnow(kind, scope) && scope.offers(ATTRIBUTES);
    }

    private <T> CompletableFuture<Optional<T>> read(
            boolean allowed, Function<FactReader, CompletableFuture<Optional<T>>> reading) {
        return allowed
                ? facts.thenCompose(reader ->
                        reader.map(reading).orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    CompletableFuture<Optional<List<Owner>>> owners(Kind kind) {
        return read(mayKnow(kind, scope), reader -> WorkspaceReading.owners(kind, reader));
    }

    CompletableFuture<Optional<List<Attribute>>> attributes(Owner owner) {
        return read(mayKnowAttributes(owner.kind(), scope), reader -> WorkspaceReading.attributes(owner, reader));
    }

    CompletableFuture<Optional<List<Choice>>> choices(Owner owner, Attribute attribute) {
        String tool = attribute.type() == AttributeType.STATUS
                ? "list_all_attio_statuses"
                : "list_all_attio_attribute_options";
        return read(
                attribute.type().isChoice() && scope.offers(tool),
                reader -> WorkspaceReading.choices(owner, attribute, reader));
    }

    /** The titles of all statuses that entries of a list may have; none where it has no attribute for one. */
    CompletableFuture<Optional<List<String>>> statuses(Owner list) {
        return attributes(list).thenCompose(found -> {
            CompletableFuture<Optional<List<String>>> titles =
                    CompletableFuture.completedFuture(found.map(attributes -> List.of()));
            for (Attribute attribute : found.orElse(List.of())) {
                if (attribute.type() == AttributeType.STATUS) {
                    titles = titles.thenCombine(choices(list, attribute), Workspace::joined);
                }
            }
            return titles;
        });
    }

    private static Optional<List<String>> joined(Optional<List<String>> before, Optional<List<Choice>> more) {
        return before.flatMap(titles -> more.map(
                choices -> Stream.concat(titles.stream(), choices.stream().map(Choice::title))
                        .distinct()
                        .toList()));
    }

    /** The one that a slug, a UUID or a title means. */
    static Optional<Owner> named(String name, List<Owner> owners) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        return owners.stream()
                .filter(each -> each.slug().equals(name) || each.id().equals(sought))
                .findFirst()
                .or(() -> owners.stream()
                        .filter(each -> each.titles().stream()
                                .anyMatch(
                                        title -> title.toLowerCase(Locale.ROOT).equals(sought)))
                        .findFirst());
    }
}
