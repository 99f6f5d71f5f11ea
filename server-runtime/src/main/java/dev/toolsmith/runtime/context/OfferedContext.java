package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What APIs contribute for one caller, and the whole schemas of its tools. */
public final class OfferedContext implements ServerContext {

    private final ContextCaller caller;

    /** The context of a caller. */
    public OfferedContext(ContextCaller caller) {
        this.caller = caller;
    }

    /** A contributor with the question's scope. */
    private record Asked(ContextContributor contributor, ContextScope scope) {}

    private record Scope(
            BundleTools offered,
            Supplier<CompletableFuture<Optional<Account>>> account,
            CompletableFuture<Void> cancelled)
            implements ContextScope {

        @Override
        public CompletableFuture<Optional<FactReader>> facts() {
            return account.get().thenApply(found -> found.map(account -> account.facts(cancelled)));
        }
    }

    private List<Asked> asked() {
        return asked(CallClient.NONE);
    }

    private List<Asked> asked(CallClient client) {
        BundleTools tools = caller.tools();
        List<Asked> asked = new ArrayList<>();
        for (ContextContributor each : caller.contributors()) {
            for (BundleManifest manifest : tools.manifests()) {
                if (manifest.app().equals(each.app())) {
                    asked.add(new Asked(each, new Scope(tools, () -> caller.account(each.app()), client.cancelled())));
                }
            }
        }
        return asked;
    }

    @Override
    public boolean hasPrompts() {
        return caller.hasPrompts();
    }

    @Override
    public Optional<ListChanges> changes() {
        return caller.changes();
    }

    @Override
    public List<Prompt> prompts() {
        List<Prompt> all = new ArrayList<>();
        for (Asked each : asked()) {
            all.addAll(each.contributor().prompts(each.scope()));
        }
        return all;
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client) {
        for (Asked each : asked(client)) {
            for (Prompt prompt : each.contributor().prompts(each.scope())) {
                if (prompt.name().equals(name)) {
                    Optional<UnknownContextException> wrong = wrong(prompt, arguments);
                    return wrong.isPresent()
                            ? CompletableFuture.failedFuture(wrong.get())
                            : each.contributor().prompt(name, arguments, each.scope());
                }
            }
        }
        return CompletableFuture.failedFuture(unknownPrompt(name));
    }

    private static Optional<UnknownContextException> wrong(Prompt prompt, Map<String, String> arguments) {
        List<String> names = names(prompt);
        for (String given : arguments.keySet()) {
            if (!names.contains(given)) {
                return Optional.of(unknownArgument(given, names));
            }
        }
        for (PromptArgument argument : prompt.arguments()) {
            if (argument.required()
                    && arguments.getOrDefault(argument.name(), "").isBlank()) {
                return Optional.of(new UnknownContextException("The prompt \"" + prompt.name()
                        + "\" needs the argument \"" + argument.name() + "\": " + argument.description()));
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Prompt prompt) {
        return prompt.arguments().stream().map(PromptArgument::name).toList();
    }

    private UnknownContextException unknownPrompt(String name) {
        List<String> names = prompts().stream().map(Prompt::name).toList();
        return new UnknownContextException("There is no prompt " + quoted(name)
                + (names.isEmpty() ? "." : ". There are: " + String.join(", ", names) + "."));
    }

    static UnknownContextException unknownArgument(String name, List<String> known) {
        return new UnknownContextException("There is no argument " + quoted(name)
                + (known.isEmpty() ? " here." : " here. There are: " + String.join(", ", known) + "."));
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > 64 ? text.substring(0, 64) + "…" : text) + "\"";
    }

    @Override
    public CompletableFuture<List<Resource>> resources() {
        CompletableFuture<List<Resource>> all = CompletableFuture.completedFuture(List.of());
        for (Asked each : asked()) {
            all = all.thenCombine(each.contributor().resources(each.scope()), OfferedContext::joined);
        }
        return all;
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public List<ResourceTemplate> templates() {
        List<ResourceTemplate> all = new ArrayList<>();
        for (Asked each : asked()) {
            all.addAll(each.contributor().templates(each.scope()));
        }
        all.add(ToolSchemas.TEMPLATE);
        return all;
    }

    @Override
    public CompletableFuture<List<ResourceContent>> read(String uri, CallClient client) {
        if (ToolSchemas.isOne(uri)) {
            return CompletableFuture.completedFuture(new ToolSchemas(caller.tools()))
                    .thenApply(schemas -> List.of(schemas.read(uri)));
        }
        CompletableFuture<Optional<List<ResourceContent>>> found = CompletableFuture.completedFuture(Optional.empty());
        for (Asked each : asked(client)) {
            found = found.thenCompose(before -> before.isPresent()
                    ? CompletableFuture.completedFuture(before)
                    : each.contributor().read(uri, each.scope()));
        }
        return found.thenApply(
                contents -> contents.orElseThrow(() -> new UnknownContextException("There is no resource " + quoted(uri)
                        + ". resources/list and resources/templates/list tell which" + " there are.")));
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others) {
        if (reference.equals(new ContextReference.OfResource(ToolSchemas.TEMPLATE.uriTemplate()))) {
            return CompletableFuture.completedFuture(new ToolSchemas(caller.tools()))
                    .thenApply(schemas -> schemas.complete(argument, typed));
        }
        for (Asked each : asked()) {
            if (isOf(each, reference)) {
                return each.contributor().complete(reference, argument, typed, others, each.scope());
            }
        }
        return CompletableFuture.failedFuture(
                reference instanceof ContextReference.OfPrompt prompt
                        ? unknownPrompt(prompt.name())
                        : new UnknownContextException("There is no such resource template."
                                + " resources/templates/list tells which there are."));
    }

    private static boolean isOf(Asked asked, ContextReference reference) {
        if (reference instanceof ContextReference.OfPrompt prompt) {
            return asked.contributor().prompts(asked.scope()).stream()
                    .anyMatch(each -> each.name().equals(prompt.name()));
        }
        String uri = ((ContextReference.OfResource) reference).uri();
        return asked.contributor().templates(asked.scope()).stream()
                .anyMatch(each -> each.uriTemplate().equals(uri));
    }
}
