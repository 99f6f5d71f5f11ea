package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whom a context is offered to. Safe for many threads. */
public interface ContextCaller {

    /** The tools that the caller is offered now. */
    BundleTools tools();

    /** What APIs may add; those whose API is not among the tools are not asked. */
    List<ContextContributor> contributors();

    /**
     * Whether any of {@link #contributors} may offer prompts; asked before anything is listed, so it is best told without
     * them.
     */
    boolean hasPrompts();

    /**
     * The account of an API that the caller's calls are made for.
     *
     * @return empty where nothing is known of accounts of the API, or none may be read
     */
    CompletableFuture<Optional<Account>> account(String app);

    /** Where to hear that the caller is offered other tools; empty when they stay as they are. */
    default Optional<ListChanges> changes() {
        return Optional.empty();
    }
}
