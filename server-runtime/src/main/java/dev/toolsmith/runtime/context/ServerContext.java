package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.InputRequiredException;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What one caller of a server is offered beside tools. Nothing is asked of it but {@link #isEmpty}, {@link #hasPrompts} and
 * {@link #changes} before a client asks for prompts or resources. Safe for many threads.
 */
public interface ServerContext {

    /** No prompts and no resources. */
    static ServerContext none() {
        return NoContext.INSTANCE;
    }

    /** Whether there are never prompts nor resources, so that clients need not ask. */
    default boolean isEmpty() {
        return false;
    }

    /** Whether there may be prompts beside resources. */
    default boolean hasPrompts() {
        return !isEmpty();
    }

    /** The prompts, in a fixed order. */
    List<Prompt> prompts();

    /**
     * A prompt filled in.
     *
     * @param arguments what was filled in, by name
     * @param client whose request it is
     * @return fails with {@link UnknownContextException} when there is no such prompt, or a required argument is missing,
     *     with {@link UnavailableContextException} when it cannot be filled in now, and with {@link InputRequiredException} when
     *     the client has to be asked first
     */
    CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client);

    /** The resources, in a fixed order; not those that fit a template. */
    CompletableFuture<List<Resource>> resources();

    /** The templates of resources, in a fixed order. */
    List<ResourceTemplate> templates();

    /**
     * What stands in a resource, listed or of a template.
     *
     * @param client whose request it is
     * @return at least one content; fails with {@link UnknownContextException} when there is no such resource, with
     *     {@link UnavailableContextException} when there is and it cannot be read now, and with
     *     {@link InputRequiredException} when the client has to be asked first
     */
    CompletableFuture<List<ResourceContent>> read(String uri, CallClient client);

    /**
     * What an argument may be completed to.
     *
     * @param reference whose argument it is
     * @param typed what was typed so far
     * @param others the arguments that are filled in already, by name
     * @return fails with {@link UnknownContextException} when there is no such prompt or template
     */
    CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others);

    /** Where to hear that prompts and resources have become others; empty when they stay as they are. */
    default Optional<ListChanges> changes() {
        return Optional.empty();
    }
}
