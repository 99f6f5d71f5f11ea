package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptArgument;
import dev.toolsmith.runtime.context.PromptMessage;
import dev.toolsmith.runtime.context.PromptMessage.Role;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The fields of an account of the CRM as a resource, and a prompt where a caller may list deals. */
final class CrmGuide implements ContextContributor {

    static final String FIELDS = "crm://fields";

    @Override
    public String app() {
        return "crm";
    }

    @Override
    public List<Prompt> prompts(ContextScope scope) {
        return scope.offers("crm_list_deals")
                ? List.of(new Prompt(
                        "briefing", "", "About a field", List.of(new PromptArgument("field", "Which field", true))))
                : List.of();
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, ContextScope scope) {
        return fields(scope)
                .thenApply(fields -> new PromptText(
                        "", List.of(PromptMessage.text(Role.USER, arguments.get("field") + " of " + fields))));
    }

    @Override
    public CompletableFuture<List<Resource>> resources(ContextScope scope) {
        return CompletableFuture.completedFuture(List.of(new Resource(FIELDS, "fields", "", "", "text/plain")));
    }

    @Override
    public List<ResourceTemplate> templates(ContextScope scope) {
        return List.of();
    }

    @Override
    public CompletableFuture<Optional<List<ResourceContent>>> read(String uri, ContextScope scope) {
        return uri.equals(FIELDS)
                ? fields(scope)
                        .thenApply(fields -> Optional.of(List.of(ResourceContent.text(uri, "text/plain", fields))))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others, ContextScope scope) {
        return fields(scope).thenApply(fields -> Completion.of(List.of(fields.split(",")), typed));
    }

    private static CompletableFuture<String> fields(ContextScope scope) {
        return scope.facts()
                .thenCompose(facts -> facts.isPresent()
                        ? facts.get().find(CrmFields.FIELDS)
                        : CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(
                        found -> found.map(fields -> String.join(",", fields)).orElse("unknown"));
    }
}
