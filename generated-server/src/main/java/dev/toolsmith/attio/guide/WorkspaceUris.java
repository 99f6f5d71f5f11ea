package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the workspace's pages are found. */
final class WorkspaceUris {

    private static final String MARKDOWN = "text/markdown";

    private WorkspaceUris() {}

    static List<Resource> resources(ContextScope scope) {
        List<Resource> resources = new ArrayList<>();
        if (Workspace.mayKnow(Kind.OBJECTS, scope)) {
            resources.add(new Resource(
                    "attio://objects",
                    "objects",
                    "Objects of the workspace",
                    "The objects whose records this workspace holds, standard and custom, with their slugs.",
                    MARKDOWN));
        }
        if (Workspace.mayKnow(Kind.LISTS, scope)) {
            resources.add(new Resource(
                    "attio://lists",
                    "lists",
                    "Lists of the workspace",
                    "The lists (pipelines) that this credential sees, with their slugs and the objects they hold.",
                    MARKDOWN));
        }
        return resources;
    }

    static List<ResourceTemplate> templates(ContextScope scope) {
        List<ResourceTemplate> templates = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (Workspace.mayKnowAttributes(kind, scope)) {
                templates.add(new ResourceTemplate(
                        attributes(kind),
                        kind.noun() + "_attributes",
                        "Attributes of " + (kind == Kind.OBJECTS ? "an object" : "a list"),
                        "All attributes that " + (kind == Kind.OBJECTS ? "records of an object" : "entries of a list")
                                + " have in this workspace: slug, name, type, options and statuses.",
                        MARKDOWN));
                templates.add(new ResourceTemplate(
                        attributes(kind) + "/{attribute}",
                        kind.noun() + "_attribute",
                        "One attribute of " + (kind == Kind.OBJECTS ? "an object" : "a list"),
                        "Name, type, options and statuses of one attribute.",
                        MARKDOWN));
            }
        }
        return templates;
    }

    static String attributes(Kind kind) {
        return "attio://" + kind.target() + "/{" + kind.noun() + "}/attributes";
    }

    /** Of which kind the pages of a template are. */
    static Kind kind(String template) {
        return template.startsWith("attio://" + Kind.OBJECTS.target()) ? Kind.OBJECTS : Kind.LISTS;
    }

    /** What stands at a URI; empty when no such page is offered. */
    static CompletableFuture<Optional<ResourceContent>> read(String uri, ContextScope scope) {
        List<String> parts = parts(uri);
        for (Kind kind : Kind.values()) {
            if (!parts.isEmpty() && parts.get(0).equals(kind.target()) && Workspace.mayKnow(kind, scope)) {
                return page(kind, parts, scope)
                        .map(page -> page.thenApply(text -> Optional.of(ResourceContent.text(uri, MARKDOWN, text))))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
            }
        }
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static Optional<CompletableFuture<String>> page(Kind kind, List<String> parts, ContextScope scope) {
        if (parts.size() == 1) {
            return Optional.of(pages(scope).owners(kind));
        }
        boolean attributes =
                parts.size() > 2 && parts.get(2).equals("attributes") && Workspace.mayKnowAttributes(kind, scope);
        if (attributes && parts.size() == 3) {
            return Optional.of(pages(scope).attributes(kind, parts.get(1)));
        }
        return attributes && parts.size() == 4
                ? Optional.of(pages(scope).attribute(kind, parts.get(1), parts.get(3)))
                : Optional.empty();
    }

    private static WorkspacePages pages(ContextScope scope) {
        return new WorkspacePages(new Workspace(scope));
    }

    /** The host and the segments of the path, decoded; empty when it is no such URI. */
    private static List<String> parts(String text) {
        try {
            URI uri = new URI(text);
            if (!"attio".equals(uri.getScheme()) || uri.getHost() == null || uri.getPath() == null) {
                return List.of();
            }
            List<String> parts = new ArrayList<>();
            parts.add(uri.getHost());
            if (!uri.getPath().isEmpty()) {
                parts.addAll(List.of(uri.getPath().substring(1).split("/", -1)));
            }
            return parts;
        } catch (URISyntaxException e) {
            return List.of();
        }
    }
}
