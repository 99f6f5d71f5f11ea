package dev.toolsmith.it.conformance;

import dev.toolsmith.it.Json;
import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptArgument;
import dev.toolsmith.runtime.context.PromptMessage;
import dev.toolsmith.runtime.context.PromptMessage.Role;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.context.UnknownContextException;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ListChanges;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prompts and resources that the suite asks for. */
final class FixtureContext implements ServerContext {

    private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");
    private static final String TEXT = "test://static-text";
    private static final String PICTURE = "test://static-binary";

    private final ListChanges changes;

    FixtureContext(ListChanges changes) {
        this.changes = changes;
    }

    @Override
    public List<Prompt> prompts() {
        return List.of(
                prompt("test_input_required_result_prompt"),
                prompt("test_prompt_with_arguments", required("arg1"), required("arg2")),
                prompt("test_prompt_with_embedded_resource", required("resourceUri")),
                prompt("test_prompt_with_image"),
                prompt("test_simple_prompt"));
    }

    private static Prompt prompt(String name, PromptArgument... arguments) {
        return new Prompt(name, "", "Says what its name says.", List.of(arguments));
    }

    private static PromptArgument required(String name) {
        return new PromptArgument(name, "Any text.", true);
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client) {
        return switch (name) {
            case "test_simple_prompt" -> messages(words("Say hello."));
            case "test_prompt_with_arguments" ->
                messages(words("The arguments are " + arguments.get("arg1") + " and " + arguments.get("arg2") + "."));
            case "test_prompt_with_embedded_resource" ->
                messages(
                        PromptMessage.resource(
                                Role.USER,
                                ResourceContent.text(arguments.get("resourceUri"), "text/plain", "It came along.")),
                        words("Read what came along."));
            case "test_prompt_with_image" ->
                messages(PromptMessage.image(Role.USER, "image/png", Samples.picture()), words("What is to be seen?"));
            case "test_input_required_result_prompt" -> asking(client);
            default -> CompletableFuture.failedFuture(new UnknownContextException("There is no prompt " + name + "."));
        };
    }

    private static CompletableFuture<PromptText> asking(CallClient client) {
        return client.ask("user_context", Questions.form("What is it about?", "context", "string"))
                .thenCompose(response ->
                        messages(words("It is about " + new String(response.content(), StandardCharsets.UTF_8) + ".")));
    }

    private static PromptMessage words(String text) {
        return PromptMessage.text(Role.USER, text);
    }

    private static CompletableFuture<PromptText> messages(PromptMessage... messages) {
        return CompletableFuture.completedFuture(new PromptText("", List.of(messages)));
    }

    @Override
    public CompletableFuture<List<Resource>> resources() {
        return CompletableFuture.completedFuture(List.of(
                new Resource(PICTURE, "static-binary", "", "One dot.", "image/png"),
                new Resource(TEXT, "static-text", "", "A few words.", "text/plain")));
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(new ResourceTemplate(
                "test://template/{id}/data", "data", "", "What belongs to an id.", "application/json"));
    }

    @Override
    public CompletableFuture<List<ResourceContent>> read(String uri, CallClient client) {
        Matcher template = TEMPLATE.matcher(uri);
        if (template.matches()) {
            String json = Json.object().put("id", template.group(1)).toString();
            return contents(ResourceContent.text(uri, "application/json", json));
        }
        return switch (uri) {
            case TEXT -> contents(ResourceContent.text(uri, "text/plain", "A few words."));
            case PICTURE -> contents(ResourceContent.blob(uri, "image/png", Samples.picture()));
            default -> CompletableFuture.failedFuture(new UnknownContextException("There is no resource " + uri + "."));
        };
    }

    private static CompletableFuture<List<ResourceContent>> contents(ResourceContent content) {
        return CompletableFuture.completedFuture(List.of(content));
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others) {
        return CompletableFuture.completedFuture(Completion.of(List.of("paris", "park", "party", "rome"), typed));
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(changes);
    }
}
