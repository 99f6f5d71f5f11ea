package dev.toolsmith.runtime.context;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What one API adds to that which callers are offered beside tools. One object serves all callers; it keeps nothing of
 * them. Safe for many threads.
 */
public interface ContextContributor {

    /** The API's bundle. */
    String app();

    /** The prompts that a caller can do something with. */
    List<Prompt> prompts(ContextScope scope);

    /**
     * A prompt filled in; asked for none but those of {@link #prompts}, with all required arguments and no unknown ones.
     *
     * @return may fail with {@link UnknownContextException} when an argument's value names nothing, and with
     *     {@link UnavailableContextException} when what it needs cannot be read now
     */
    CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, ContextScope scope);

    /** The resources that a caller may read. */
    CompletableFuture<List<Resource>> resources(ContextScope scope);

    /** The templates of resources that a caller may read. */
    List<ResourceTemplate> templates(ContextScope scope);

    /**
     * What stands in a resource.
     *
     * @return empty when this API has none of this URI; fails with {@link UnavailableContextException} when it has, and it
     *     cannot be read now
     */
    CompletableFuture<Optional<List<ResourceContent>>> read(String uri, ContextScope scope);

    /**
     * What an argument of one of its prompts or templates may be completed to.
     *
     * @param others the arguments that are filled in already, by name
     */
    CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others, ContextScope scope);
}
