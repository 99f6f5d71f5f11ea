package dev.toolsmith.generator.tool;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param auth the alternatives of which one must be met, best first, each the names of the schemes used together; none
 *     when nothing is asked for; empty when the description says nothing about it
 * @param hints the four hints
 * @param pagination how the operation pages; present for every tool that has {@code next_cursor}
 * @param bindings where each argument goes, in the order of the input schema's properties
 * @param body how the request body is written; empty when requests have none
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
        Optional<List<List<String>>> auth,
        ToolHints hints,
        Optional<Pagination> pagination,
        List<ArgumentBinding> bindings,
        Optional<ToolBody> body,
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
        auth = auth.map(all -> all.stream().map(List::copyOf).toList());
    }

    /** Those of the arguments {@code fields} and {@code view} that the server itself uses. */
    public List<String> resultArguments() {
        return Stream.of(ServerArgument.FIELDS, ServerArgument.VIEW)
                .filter(name -> bindings.contains(new ServerArgument(name)))
                .toList();
    }

    /** The class that a method filter knows the tool by. */
    public ToolClass toolClass() {
        return ToolClass.ofKind(kind);
    }

    /** What requests call their body; empty when they have none. */
    public Optional<String> bodyMediaType() {
        return body.map(ToolBody::mediaType);
    }

    /** Whether requests carry a body. */
    public boolean hasBody() {
        return body.isPresent();
    }
}
