package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.account.FactReader.Use;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/**
 * One account of an API, with what is known of it: checks calls and lists tools by schemas that are exact for it. Safe for
 * many threads.
 */
public final class Account {

    private static final int CALL_READS = 4;
    private static final int LISTING_READS = 14;
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration CERTAIN = Duration.ofSeconds(10);

    private final SchemaContributor contributor;
    private final AccountFacts facts;
    private final AccountReads reads;

    Account(SchemaContributor contributor, AccountFacts facts, AccountReads reads) {
        this.contributor = contributor;
        this.facts = facts;
        this.reads = reads;
    }

    /** Whether calls of a tool depend on the account. */
    public boolean concerns(BundledTool tool) {
        return tool.manifest().app().equals(contributor.app()) && contributor.concerns(tool);
    }

    private FactReader reader(int mostReads, long notBefore, boolean listing) {
        return new FactReader(facts, reads, new Use(mostReads, DEADLINE, notBefore, listing));
    }

    /**
     * Looks at arguments that the published schema has accepted. They are never refused by facts that may be old: those
     * are read anew first.
     *
     * @return completes normally within the time that reading facts may take
     */
    public CompletableFuture<CheckedCall> check(BundledTool tool, ObjectNode arguments) {
        FactReader reader = reader(CALL_READS, Long.MIN_VALUE, false);
        return contributor.check(tool, arguments, reader).thenCompose(check -> {
            long certain = facts.now() - CERTAIN.toNanos();
            return check.problems().isEmpty() || facts.areSince(reader.used(), certain)
                    ? CompletableFuture.completedFuture(checked(check, reader))
                    : checkedSince(tool, arguments, certain);
        });
    }

    private CompletableFuture<CheckedCall> checkedSince(BundledTool tool, ObjectNode arguments, long moment) {
        FactReader reader = reader(CALL_READS, moment, false);
        return contributor.check(tool, arguments, reader).thenApply(check -> checked(check, reader));
    }

    private static CheckedCall checked(ArgumentCheck check, FactReader reader) {
        Optional<String> refusal =
                check.problems().isEmpty() ? Optional.empty() : Optional.of(refusal(check.problems()));
        return new CheckedCall(check.arguments(), refusal, reader.gap());
    }

    private static String refusal(List<String> problems) {
        return "These arguments do not fit this account. Nothing was sent." + lines(problems)
                + (problems.size() == 1 ? "\nMend it" : "\nMend them") + " and call the tool again.";
    }

    private static String lines(List<String> problems) {
        return "\n- " + String.join("\n- ", problems);
    }

    /**
     * Learns from a call that was sent.
     *
     * @param given the arguments as they were given
     * @param sent the arguments as they were sent
     * @return the result; one that the API refused for something that has changed meanwhile tells how it is now
     */
    public CompletableFuture<ToolResult> after(BundledTool tool, ObjectNode given, ObjectNode sent, ToolResult result) {
        Set<String> doubtful = contributor.doubtful(tool, sent, result);
        if (doubtful.isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        facts.doubt(doubtful);
        if (!result.isError()) {
            facts.tellOfChange(doubtful);
            return CompletableFuture.completedFuture(result);
        }
        return checkedSince(tool, given, Long.MIN_VALUE)
                .thenApply(check -> check.refusal()
                        .map(refusal -> explained(result, refusal))
                        .orElse(result));
    }

    private static ToolResult explained(ToolResult result, String refusal) {
        String problems = refusal.substring(refusal.indexOf('\n'));
        byte[] text = (new String(result.text(), StandardCharsets.UTF_8) + "\nAs the account is now:" + problems)
                .getBytes(StandardCharsets.UTF_8);
        return result.withText(text);
    }

    /**
     * Lists tools with schemas that are exact for the account.
     *
     * @return completes normally within the time that reading facts may take
     */
    public CompletableFuture<ToolList.Listing> listed(BundleTools tools) {
        List<BundledTool> concerned = new ArrayList<>();
        tools.tools()
                .forEach(tool -> tools.find(tool.name()).filter(this::concerns).ifPresent(concerned::add));
        if (concerned.isEmpty()) {
            return CompletableFuture.completedFuture(ToolList.Listing.of(tools.listing()));
        }
        FactReader reader = reader(LISTING_READS, Long.MIN_VALUE, true);
        return contributor
                .listed(new PublishedTools(concerned, tools), reader)
                .thenApply(changed -> new ToolList.Listing(
                        MergedListing.of(tools, changed),
                        reader.gap().map(gap -> CheckedCall.meta(Optional.empty(), gap))));
    }
}
