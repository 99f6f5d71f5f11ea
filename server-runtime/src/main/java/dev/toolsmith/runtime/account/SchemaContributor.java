package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the schemas of an API's tools exact for one account: what its objects, custom fields and options are called, and
 * what they take. One object serves all accounts of an API; it keeps nothing of them, as facts are kept for it. Safe for
 * many threads.
 *
 * <p>What it asks a {@link FactReader} for may stay unknown. Then it leaves the published schema as it is: a fact that is
 * not there is never a reason to refuse a call. It does not wait on the thread that asks it, and takes little time of it.
 * When it fails, the published schema is used and its fault is told to the operator.
 */
public interface SchemaContributor {

    /** The API's bundle. */
    String app();

    /** Whether arguments or the listed schema of a tool depend on the account. */
    boolean concerns(BundledTool tool);

    /**
     * Looks at arguments that the tool's published schema has accepted.
     *
     * @param arguments not to be changed
     */
    CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts);

    /**
     * What the account adds to listed tools.
     *
     * @param tools what is offered of the tools that it concerns; there may be few of them
     * @return the whole new {@code tools/list} objects by tool name, of those that are other than published. Every set of
     *     arguments that {@link #check} accepts fits the listed schema
     */
    CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts);

    /**
     * Loads what the first check and the first list need, so that they need not wait for it. Asked on a thread of its own
     * before there is anything to check; sends nothing.
     *
     * @param tools those that are offered, of other APIs too
     */
    default void prepare(BundleTools tools) {}

    /** What tells the OAuth scopes that the account's credential has; empty where nothing does. */
    default Optional<Fact<List<String>>> grantedScopes() {
        return Optional.empty();
    }

    /**
     * The names of facts that the outcome of a call makes doubtful: those the API's refusal speaks against, and those that
     * the call has changed. They are read anew before they are used again. A name that ends with a slash stands for all
     * that begin with it.
     *
     * @param arguments as they were sent
     */
    default Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        return Set.of();
    }

    /**
     * What is worth saying of an answer that came, such as that nothing was found because nothing can be. It does not name
     * tools.
     *
     * @param arguments as they were sent
     * @return a sentence or two in words for a model; empty where there is nothing to say, or it is not known
     */
    default CompletableFuture<Optional<String>> remark(
            BundledTool tool, ObjectNode arguments, ToolResult answer, FactReader facts) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
