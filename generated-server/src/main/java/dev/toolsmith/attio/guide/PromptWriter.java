package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.PromptMessage;
import dev.toolsmith.runtime.context.PromptMessage.Role;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.ResourceContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Fills prompts in: with the arguments, the caller's tools, and the list that is named as its workspace has it. */
final class PromptWriter {

    private static final String LIST = "list";
    private static final String STATUS = "status";

    private final ContextScope scope;

    PromptWriter(ContextScope scope) {
        this.scope = scope;
    }

    CompletableFuture<PromptText> write(AttioPrompt prompt, Map<String, String> arguments) {
        Map<String, String> blanks = new HashMap<>(prompt.defaults());
        arguments.forEach((name, value) -> {
            if (!value.isBlank()) {
                blanks.put(name, value);
            }
        });
        blanks.forEach(PromptValues::require);
        return list(blanks.getOrDefault(LIST, ""))
                .thenCompose(list -> status(blanks.getOrDefault(STATUS, ""), list)
                        .thenCompose(status -> {
                            list.ifPresent(owner -> blanks.put(LIST, owner.slug()));
                            status.ifPresent(title -> blanks.put(STATUS, title));
                            String text = new OfferedText(scope).of(prompt.file(), blanks);
                            return page(list)
                                    .thenApply(page -> new PromptText(
                                            prompt.prompt().description(), messages(prompt, text, page)));
                        }));
    }

    private List<PromptMessage> messages(AttioPrompt prompt, String text, Optional<ResourceContent> page) {
        List<PromptMessage> messages = new ArrayList<>();
        messages.add(PromptMessage.text(Role.USER, text));
        if (prompt.equals(AttioPrompt.RECORDS_AND_ENTRIES)) {
            messages.add(PromptMessage.resource(Role.USER, GuidePage.RECORDS_AND_ENTRIES.content(scope)));
        }
        page.ifPresent(content -> messages.add(PromptMessage.resource(Role.USER, content)));
        return messages;
    }

    /** The list that is meant; empty when none is named, or the lists are not known. */
    private CompletableFuture<Optional<Owner>> list(String name) {
        if (name.isBlank()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return new Workspace(scope)
                .owners(Kind.LISTS)
                .thenApply(lists -> lists.map(known -> PromptValues.list(name, known)));
    }

    /** The title of the status that is meant; empty when none is named, or the statuses are not known. */
    private CompletableFuture<Optional<String>> status(String said, Optional<Owner> list) {
        if (said.isBlank() || list.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return new Workspace(scope)
                .statuses(list.get())
                .thenApply(titles -> titles.map(known -> PromptValues.status(said, list.get(), known)));
    }

    /** The attributes of the list, so that statuses need not be asked for. */
    private CompletableFuture<Optional<ResourceContent>> page(Optional<Owner> list) {
        if (list.isEmpty() || !Workspace.mayKnowAttributes(Kind.LISTS, scope)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String uri = WorkspaceUris.attributes(Kind.LISTS)
                .replace("{list}", list.get().slug());
        return new Workspace(scope)
                .attributes(list.get())
                .thenCompose(known -> known.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : WorkspaceUris.read(uri, scope));
    }
}
