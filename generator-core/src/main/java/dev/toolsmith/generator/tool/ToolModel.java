package dev.toolsmith.generator.tool;

import dev.toolsmith.generator.api.SourcePointer;
import java.util.List;
import java.util.Optional;

/**
 * One tool, ready to be written down.
 *
 * @param name what a model calls it by
 * @param title what a person reads
 * @param description what a model reads; control and invisible characters removed
 * @param httpMethod the method of the request, upper case
 * @param path the path template of the request, constants filled in
 * @param kind list, get, create, update, delete, or a word of the API's own
 * @param reads whether a call leaves everything as it was
 * @param tags the words that a server's tag filter knows it by, at least one
 * @param scopes the OAuth scopes that a call needs, all of them, sorted
 * @param scopesKnown false for a write of which the description names no scopes although the API uses them elsewhere
 * @param scopesBy scopes that depend on an argument's value; {@code scopes} then holds all of them
 * @param hints the four hints
 * @param pagination how the operation pages; present for every tool that has {@code next_cursor}
 * @param bindings where each argument goes, in the order of the input schema's properties
 * @param bodyMediaType the media type of the request body; empty when requests have none
 * @param input the exact input schema, which calls are validated against
 * @param listed the input schema that models are shown; takes at least what {@code input} takes
 * @param output the schema of the JSON answer, if one is documented
 * @param at the operation that the tool was made from
 */
public record ToolModel(
        ToolName name,
        String title,
        String description,
        String httpMethod,
        String path,
        String kind,
        boolean reads,
        List<String> tags,
        List<String> scopes,
        boolean scopesKnown,
        Optional<ScopesByParameter> scopesBy,
        ToolHints hints,
        Optional<Pagination> pagination,
        List<ArgumentBinding> bindings,
        Optional<String> bodyMediaType,
        JsonSchema input,
        JsonSchema listed,
        Optional<JsonSchema> output,
        SourcePointer at) {

    public ToolModel {
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("A tool without a tag: " + name);
        }
        tags = List.copyOf(tags);
        scopes = scopes.stream().sorted().distinct().toList();
        bindings = List.copyOf(bindings);
    }

    /** The class that a method filter knows the tool by. */
    public ToolClass toolClass() {
        return ToolClass.ofKind(kind);
    }

    /** Whether requests carry a body. */
    public boolean hasBody() {
        return bodyMediaType.isPresent();
    }
}
