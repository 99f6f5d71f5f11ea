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
 * @param pagesOf a word for the account that pages are handed out of: a cursor goes on in pages of the same only; empty where
 *     the credential tells it, or the server's settings do
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

    /** Terms of the server's own account: until the call is over, by the published schemas, naming any tool. */
    public static CallTerms of(BundledTool tool) {
        return new CallTerms(
                tool,
                Optional.empty(),
                (call, proceed) -> proceed.get(),
                () -> true,
                Optional.empty(),
                OfferedNames.ANY,
                Optional.empty(),
                "");
    }

    /** These terms for another account than the server's own. */
    public CallTerms withCredential(CredentialSupplier other) {
        return new CallTerms(tool, Optional.of(other), step, maySend, account, names, showing, pagesOf);
    }

    /** These terms with another step around the sending. */
    public CallTerms withStep(CallStep other) {
        return new CallTerms(tool, credential, other, maySend, account, names, showing, pagesOf);
    }

    /** These terms for as long as something else holds. */
    public CallTerms withMaySend(BooleanSupplier other) {
        return new CallTerms(tool, credential, step, other, account, names, showing, pagesOf);
    }

    /** These terms for an account of which more is known than the published schemas. */
    public CallTerms withAccount(Account known) {
        return new CallTerms(tool, credential, step, maySend, Optional.of(known), names, showing, pagesOf);
    }

    /** These terms for a caller who is told of other tools. */
    public CallTerms withNames(OfferedNames other) {
        return new CallTerms(tool, credential, step, maySend, account, other, showing, pagesOf);
    }

    /** These terms with the answer shown otherwise. */
    public CallTerms withShowing(Showing other) {
        return new CallTerms(tool, credential, step, maySend, account, names, Optional.of(other), pagesOf);
    }

    /** These terms with pages of another account than other calls. */
    public CallTerms withPagesOf(String other) {
        return new CallTerms(tool, credential, step, maySend, account, names, showing, other);
    }
}
