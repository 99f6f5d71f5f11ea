package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedExtras;
import dev.toolsmith.platform.hosting.OfferedTools.Offer;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextCaller;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.OfferedContext;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ResourceTemplate;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.context.UnavailableContextException;
import dev.toolsmith.runtime.discovery.DiscoveryContext;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What a caller is offered beside tools at the moment it asks: nothing, once it would not be let in any more. It tells of no
 * tool that the caller is not offered, and of the account for as long as calls may be sent to it.
 */
final class HostedContext implements ServerContext {

    private final OfferedTools offered;
    private final HostedAccounts accounts;
    private final HostedExtras extras;

    HostedContext(OfferedTools offered, HostedAccounts accounts, HostedExtras extras) {
        this.offered = offered;
        this.accounts = accounts;
        this.extras = extras;
    }

    /** Whom an offer was made to. */
    private record Caller(Offer offer, HostedAccounts accounts, HostedExtras extras) implements ContextCaller {

        @Override
        public BundleTools tools() {
            return offer.tools();
        }

        @Override
        public List<ContextContributor> contributors() {
            return extras.contexts();
        }

        @Override
        public boolean hasPrompts() {
            return extras.hasPrompts();
        }

        @Override
        public CompletableFuture<Optional<Account>> account(String app) {
            Optional<Account> account = app.equals(offer.connection().app())
                    ? accounts.of(offer.connection(), offer.version())
                    : Optional.empty();
            return CompletableFuture.completedFuture(account);
        }
    }

    private ServerContext of(Offer offer) {
        ServerContext context = new OfferedContext(new Caller(offer, accounts, extras));
        return offered.areFound() ? new DiscoveryContext(context) : context;
    }

    private ServerContext now() {
        return offered.offer().map(this::of).orElseGet(ServerContext::none);
    }

    @Override
    public boolean hasPrompts() {
        return extras.hasPrompts();
    }

    @Override
    public Optional<ListChanges> changes() {
        return offered.changes();
    }

    @Override
    public List<Prompt> prompts() {
        return now().prompts();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return now().templates();
    }

    @Override
    public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, CallClient client) {
        return asked(context -> context.prompt(name, arguments, client));
    }

    @Override
    public CompletableFuture<List<Resource>> resources() {
        return asked(ServerContext::resources);
    }

    @Override
    public CompletableFuture<List<ResourceContent>> read(String uri, CallClient client) {
        return asked(context -> context.read(uri, client));
    }

    @Override
    public CompletableFuture<Completion> complete(
            ContextReference reference, String argument, String typed, Map<String, String> others) {
        return asked(context -> context.complete(reference, argument, typed, others));
    }

    /** Asks what may tell of the account, and tells nothing of it that the caller may not hear any more. */
    private <T> CompletableFuture<T> asked(Function<ServerContext, CompletableFuture<T>> question) {
        Optional<Offer> offer = offered.offer();
        if (offer.isEmpty()) {
            return question.apply(ServerContext.none());
        }
        Optional<String> closed = offered.closed(offer.get());
        return closed.isPresent()
                ? CompletableFuture.failedFuture(no(closed.get()))
                : question.apply(of(offer.get())).thenApply(answer -> {
                    offered.over(offer.get()).ifPresent(why -> {
                        throw no(why);
                    });
                    return answer;
                });
    }

    private static UnavailableContextException no(String why) {
        return new UnavailableContextException(
                "This cannot be told now, because " + why + ". Tell the operator of this server if it stays so.");
    }
}
