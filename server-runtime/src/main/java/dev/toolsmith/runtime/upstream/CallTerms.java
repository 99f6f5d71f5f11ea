package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.view.View;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What belongs to one call rather than to the server that makes it.
 *
 * @param tool the tool that is called
 * @param credential whose account it is called for; empty for the one that the server's settings name
 * @param step stands around the sending, inside of the steps of the server's settings
 * @param maySend asked before each attempt, and once more before its first byte leaves; must be quick
 * @param account what is known of the account; empty when the published schemas do
 * @param names the tools that the caller may be told of
 * @param showing how the answer is shown; empty for how the server's settings say
 * @param pagesOf a word for the account that pages are handed out of: a cursor goes on in pages of the same only; empty for
 *     the account that the server's settings name
 */
public record CallTerms(
        BundledTool tool,
        Optional<CredentialSupplier> credential,
        CallStep step,
        BooleanSupplier maySend,
        Optional<Account> account,
        OfferedNames names,
        Optional<Showing> showing,
        String pagesOf) {

    /** The code of a result whose call was not, or not again, sent because it may not be. */
    public static final String STOPPED = "stopped";

    /**
     * How an answer is shown.
     *
     * @param view the form, where the call does not name another
     * @param structured whether the exact JSON goes beside it, as {@code structuredContent}
     */
    public record Showing(View view, boolean structured) {}

    /** Terms by which the answer is shown as the server's settings say. */
    public CallTerms(
            BundledTool tool,
            Optional<CredentialSupplier> credential,
            CallStep step,
            BooleanSupplier maySend,
            Optional<Account> account,
            OfferedNames names) {
        this(tool, credential, step, maySend, account, names, Optional.empty(), "");
    }

    /** Terms by which any tool may be named. */
    public CallTerms(
            BundledTool tool,
            Optional<CredentialSupplier> credential,
            CallStep step,
            BooleanSupplier maySend,
            Optional<Account> account) {
        this(tool, credential, step, maySend, account, OfferedNames.ANY);
    }

    /** Terms by which the published schemas do. */
    public CallTerms(
            BundledTool tool, Optional<CredentialSupplier> credential, CallStep step, BooleanSupplier maySend) {
        this(tool, credential, step, maySend, Optional.empty());
    }

    /** Terms that hold until the call is over. */
    public CallTerms(BundledTool tool, Optional<CredentialSupplier> credential, CallStep step) {
        this(tool, credential, step, () -> true);
    }

    /** The server's own account, and nothing around. */
    public static CallTerms of(BundledTool tool) {
        return new CallTerms(tool, Optional.empty(), (call, proceed) -> proceed.get());
    }

    /** The same for an account of which more is known than the published schemas. */
    public CallTerms of(Account known) {
        return new CallTerms(tool, credential, step, maySend, Optional.of(known), names, showing, pagesOf);
    }

    /** The same for a caller who is told of no other tools. */
    public CallTerms naming(OfferedNames offered) {
        return new CallTerms(tool, credential, step, maySend, account, offered, showing, pagesOf);
    }

    /** The same shown otherwise. */
    public CallTerms showing(Showing other) {
        return new CallTerms(tool, credential, step, maySend, account, names, Optional.of(other), pagesOf);
    }

    /** The same with pages of another account than other calls. */
    public CallTerms pagesOf(String other) {
        return new CallTerms(tool, credential, step, maySend, account, names, showing, other);
    }
}
