package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptMessage;
import dev.toolsmith.runtime.context.PromptMessage.Role;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is offered beside tools that are found by {@link DiscoveryTools}: prompts say how the tools are called. */
public final class DiscoveryContext implements ServerContext {

    private final ServerContext context;

    /** The same context, for callers that see three tools only. */
    public DiscoveryContext(ServerContext context) {
        this.context = context;
    }

    @Override
    public boolean isEmpty() {
        return context.isEmpty();
    }

    @Override
    public boolean hasPrompts() {
        return context.hasPrompts();
    }

    @Override
    public List<Prompt> prompts() {
        return context.prompts();
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client) {
        return context.prompt(name, arguments, client).thenApply(DiscoveryContext::introduced);
    }

    private static PromptText introduced(PromptText text) {
        List<PromptMessage> messages = new ArrayList<>();
        messages.add(PromptMessage.text(Role.USER, DiscoveryTools.HINT));
        messages.addAll(text.messages());
        return new PromptText(text.description(), messages);
    }

    @Override
    public CompletableFuture<List<Resource>> resources() {
        return context.resources();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return context.templates();
    }

    @Override
    public CompletableFuture<List<ResourceContent>> read(String uri, CallClient client) {
        return context.read(uri, client);
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others) {
        return context.complete(reference, argument, typed, others);
    }

    @Override
    public Optional<ListChanges> changes() {
        return context.changes();
    }
}
