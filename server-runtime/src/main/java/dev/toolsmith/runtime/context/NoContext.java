package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.tool.CallClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Offers nothing. */
final class NoContext implements ServerContext {

    static final ServerContext INSTANCE = new NoContext();

    private NoContext() {}

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public List<Prompt> prompts() {
        return List.of();
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client) {
        return CompletableFuture.failedFuture(new UnknownContextException("There are no prompts."));
    }

    @Override
    public CompletableFuture<List<Resource>> resources() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of();
    }

    @Override
    public CompletableFuture<List<ResourceContent>> read(String uri, CallClient client) {
        return CompletableFuture.failedFuture(new UnknownContextException("There are no resources."));
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others) {
        return CompletableFuture.failedFuture(new UnknownContextException("There is nothing to complete."));
    }
}
