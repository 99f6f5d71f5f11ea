package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.UnavailableContextException;
import dev.toolsmith.runtime.context.UnknownContextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The workspace's objects, lists and attributes as pages of text. */
final class WorkspacePages {

    private static final int MOST_CHOICES = 60;

    private final Workspace workspace;

    WorkspacePages(Workspace workspace) {
        this.workspace = workspace;
    }

    CompletableFuture<String> owners(Kind kind) {
        return known(kind).thenApply(owners -> {
            StringBuilder page = new StringBuilder(
                    kind == Kind.OBJECTS
                            ? "# Objects of this workspace\n\nEvery record belongs to one of them. Each line: slug,"
                                    + " which tools take as object, and name.\n"
                            : "# Lists of this workspace\n\n"
                                    + "A list, also called a pipeline, holds entries of records. Each line: slug, which"
                                    + " tools take as list, name, and whose records stand there.\n");
            for (Owner owner : owners) {
                page.append("\n- ").append(code(owner.slug())).append(": ").append(PlainText.of(owner.title()));
                if (!owner.parents().isEmpty()) {
                    page.append(" (records of ")
                            .append(String.join(", ", owner.parents()))
                            .append(')');
                }
            }
            return page.toString();
        });
    }

    CompletableFuture<String> attributes(Kind kind, String name) {
        return owner(kind, name)
                .thenCompose(owner -> attributesOf(owner).thenCompose(attributes -> {
                    CompletableFuture<StringBuilder> page = CompletableFuture.completedFuture(new StringBuilder(
                                    "# Attributes of ")
                            .append(described(owner))
                            .append("\n\nEach line: slug, name, type, and what is to be known of its values.\n"));
                    for (Attribute attribute : attributes) {
                        page = page.thenCombine(
                                line(owner, attribute),
                                (text, line) -> text.append("\n- ").append(line));
                    }
                    return page.thenApply(StringBuilder::toString);
                }));
    }

    CompletableFuture<String> attribute(Kind kind, String name, String slug) {
        return owner(kind, name)
                .thenCompose(owner -> attributesOf(owner)
                        .thenCompose(attributes -> attributes.stream()
                                .filter(each ->
                                        each.slug().equals(slug) || each.id().equals(slug.toLowerCase(Locale.ROOT)))
                                .findFirst()
                                .map(attribute -> line(owner, attribute)
                                        .thenApply(line -> "# An attribute of " + described(owner) + "\n\n" + line))
                                .orElseThrow(() -> unknown(
                                        "attribute " + PlainText.of(slug) + " of " + described(owner),
                                        attributes.stream().map(Attribute::slug).toList()))));
    }

    private static String described(Owner owner) {
        return "the " + owner.kind().noun() + " " + code(owner.slug()) + " (" + PlainText.of(owner.title()) + ")";
    }

    private CompletableFuture<String> line(Owner owner, Attribute attribute) {
        StringBuilder line = new StringBuilder(code(attribute.slug()))
                .append(": ")
                .append(PlainText.of(attribute.title()))
                .append("; ")
                .append(String.join(", ", traits(attribute)));
        return workspace
                .choices(owner, attribute)
                .thenApply(choices -> choices.filter(some -> !some.isEmpty())
                        .map(some -> line.append("; one of: ").append(titles(some)))
                        .orElse(line)
                        .toString());
    }

    private static String titles(List<Choice> choices) {
        List<String> titles = new ArrayList<>();
        choices.stream().limit(MOST_CHOICES).forEach(each -> titles.add(PlainText.of(each.title())));
        String more = choices.size() > MOST_CHOICES ? " and " + (choices.size() - MOST_CHOICES) + " more" : "";
        return String.join(" | ", titles) + more;
    }

    private static List<String> traits(Attribute attribute) {
        List<String> traits = new ArrayList<>();
        String type = attribute.type().wireName();
        traits.add(type.isEmpty() ? "of a type that is not known here" : type);
        if (attribute.multi()) {
            traits.add("several values");
        }
        if (attribute.required()) {
            traits.add("required");
        }
        if (attribute.unique()) {
            traits.add("unique");
        }
        if (!attribute.writable()) {
            traits.add("read only");
        }
        if (!attribute.currency().isEmpty()) {
            traits.add("in " + PlainText.of(attribute.currency()));
        }
        return traits;
    }

    private static String code(String slug) {
        return "`" + PlainText.of(slug) + "`";
    }

    private CompletableFuture<Owner> owner(Kind kind, String name) {
        return known(kind)
                .thenApply(owners -> Workspace.named(name, owners)
                        .orElseThrow(() -> unknown(
                                kind.noun() + " \"" + PlainText.of(name) + "\"",
                                owners.stream().map(Owner::slug).toList())));
    }

    private CompletableFuture<List<Owner>> known(Kind kind) {
        return workspace.owners(kind).thenApply(found -> present(found, Workspace.tool(kind)));
    }

    private CompletableFuture<List<Attribute>> attributesOf(Owner owner) {
        return workspace.attributes(owner).thenApply(found -> present(found, "list_all_attio_attributes"));
    }

    private static <T> T present(Optional<T> found, String tool) {
        return found.orElseThrow(() -> new UnavailableContextException(
                "This part of the workspace cannot be read now. Try again, or call " + tool + ", which tells why."));
    }

    private static UnknownContextException unknown(String what, List<String> known) {
        return new UnknownContextException("There is no " + what + ". There are: " + String.join(", ", known) + ".");
    }
}
