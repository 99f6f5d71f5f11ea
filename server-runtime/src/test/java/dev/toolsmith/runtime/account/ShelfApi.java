package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The shop's API as far as it is read: answers at once, or when it is told to. */
final class ShelfApi implements AccountReads {

    final List<String> journal = new ArrayList<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holds;
    private Supplier<ToolResult> shelves = names("a", "b");
    private Supplier<ToolResult> sizes = names("S", "M");

    static Supplier<ToolResult> names(String... names) {
        return json("{\"data\":[" + (names.length == 0 ? "" : "\"" + String.join("\",\"", names) + "\"") + "]}");
    }

    static Supplier<ToolResult> json(String json) {
        return () -> ToolResult.of(json.getBytes(StandardCharsets.UTF_8));
    }

    static Supplier<ToolResult> failing(String code) {
        return () -> ToolResult.failure(code, "No.", Optional.empty(), Optional.empty());
    }

    ShelfApi shelves(String... names) {
        shelves = names(names);
        return this;
    }

    ShelfApi shelves(Supplier<ToolResult> answer) {
        shelves = answer;
        return this;
    }

    ShelfApi sizes(Supplier<ToolResult> answer) {
        sizes = answer;
        return this;
    }

    /** Answers are made up when a call comes, and given later. */
    ShelfApi holding() {
        holds = true;
        return this;
    }

    void answerOldest() {
        held.removeFirst().run();
    }

    void answerAll() {
        holds = false;
        while (!held.isEmpty()) {
            answerOldest();
        }
    }

    @Override
    public CompletableFuture<ToolResult> read(String tool, ObjectNode arguments) {
        journal.add(tool + (arguments.isEmpty() ? "" : " " + JsonTree.text(arguments)));
        ToolResult result = (tool.equals("shop_list_shelves") ? shelves : sizes).get();
        if (!holds) {
            return CompletableFuture.completedFuture(result);
        }
        CompletableFuture<ToolResult> later = new CompletableFuture<>();
        held.add(() -> later.complete(result));
        return later;
    }
}
