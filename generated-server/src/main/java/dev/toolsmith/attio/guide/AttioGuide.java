package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Guide pages, prompts and the workspace's shape, for callers of Attio's tools. */
public final class AttioGuide implements ContextContributor {

    @Override
    public String app() {
        return "attio";
    }

    @Override
    public List<Prompt> prompts(ContextScope scope) {
        List<Prompt> prompts = new ArrayList<>();
        for (AttioPrompt each : AttioPrompt.ALL) {
            if (each.isFor(scope)) {
                prompts.add(each.prompt());
            }
        }
        return prompts;
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, ContextScope scope) {
        for (AttioPrompt each : AttioPrompt.ALL) {
            if (each.prompt().name().equals(name)) {
                return CompletableFuture.completedFuture(each)
                        .thenCompose(prompt -> new PromptWriter(scope).write(prompt, arguments));
            }
        }
        throw new IllegalArgumentException("Not a prompt of Attio's: " + name);
    }

    @Override
    public CompletableFuture<List<Resource>> resources(ContextScope scope) {
        List<Resource> resources = new ArrayList<>();
        for (GuidePage page : GuidePage.values()) {
            resources.add(page.resource());
        }
        resources.addAll(WorkspaceUris.resources(scope));
        return CompletableFuture.completedFuture(resources);
    }

    @Override
    public List<ResourceTemplate> templates(ContextScope scope) {
        return WorkspaceUris.templates(scope);
    }

    @Override
    public CompletableFuture<Optional<List<ResourceContent>>> read(String uri, ContextScope scope) {
        for (GuidePage page : GuidePage.values()) {
            if (page.uri().equals(uri)) {
                return CompletableFuture.completedFuture(Optional.of(List.of(page.content(scope))));
            }
        }
        return WorkspaceUris.read(uri, scope).thenApply(content -> content.map(List::of));
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others, ContextScope scope) {
        SlugCompletion slugs = new SlugCompletion(scope);
        Kind kind = reference instanceof ContextReference.OfResource template
                ? WorkspaceUris.kind(template.uri())
                : Kind.LISTS;
        return switch (argument) {
            case "object" -> slugs.owners(Kind.OBJECTS, typed);
            case "list" -> slugs.owners(Kind.LISTS, typed);
            case "attribute" -> slugs.attributes(kind, others.getOrDefault(kind.noun(), ""), typed);
            case "status" -> slugs.statuses(others.getOrDefault("list", ""), typed);
            default -> CompletableFuture.completedFuture(Completion.NONE);
        };
    }
}
