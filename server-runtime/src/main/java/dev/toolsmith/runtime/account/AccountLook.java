package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may be asked of an account while one of its answers is put in words: its facts, and few reads of what is kept for
 * nobody else. Safe for many threads.
 */
public final class AccountLook {

    /** How many reads there are beside the facts. */
    public static final int MOST_READS = 2;

    private final FactReader facts;
    private final AccountReads reads;
    private final Duration patience;
    private final AtomicInteger left = new AtomicInteger(MOST_READS);

    AccountLook(FactReader facts, AccountReads reads, Duration patience) {
        this.facts = facts;
        this.reads = reads;
        this.patience = patience;
    }

    /** The account's facts, as many as one call may read. */
    public FactReader facts() {
        return facts;
    }

    /**
     * Calls a tool that changes nothing.
     *
     * @return the API's whole answer; empty when that is a failure, or late, or when nothing more may be read
     */
    public CompletableFuture<Optional<JsonNode>> read(String tool, ObjectNode arguments) {
        if (left.getAndUpdate(reads -> Math.max(0, reads - 1)) == 0) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return reads.read(tool, arguments)
                .thenApply(AccountLook::answer)
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Optional<JsonNode> answer(ToolResult result) {
        return result.isError() ? Optional.empty() : Optional.of(JsonTree.read(result.text()));
    }
}
