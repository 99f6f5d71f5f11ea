package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.context.ContextCaller;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.context.OfferedContext;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a server offers beside its tools, of all that was added to it; contributors are made when a client asks. */
final class ServedContext implements ContextCaller {

    private final List<ServerExtension> extensions;
    private final CurrentTools tools;
    private final PreparableCaller caller;
    private @Nullable List<ContextContributor> contributors;

    private ServedContext(List<ServerExtension> extensions, CurrentTools tools, PreparableCaller caller) {
        this.extensions = extensions;
        this.tools = tools;
        this.caller = caller;
    }

    /** The context of a server's tools, whose account is the one that its calls are made for. */
    static ServerContext of(VerbCall call, CurrentTools tools, PreparableCaller caller) {
        return new OfferedContext(new ServedContext(call.extensions(), tools, caller));
    }

    @Override
    public BundleTools tools() {
        return tools.current();
    }

    @Override
    public boolean hasPrompts() {
        for (ServerExtension extension : extensions) {
            if (extension.hasPrompts()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized List<ContextContributor> contributors() {
        List<ContextContributor> made = contributors;
        if (made == null) {
            made = new ArrayList<>();
            for (ServerExtension extension : extensions) {
                made.addAll(extension.contextContributors());
            }
            contributors = made;
        }
        return made;
    }

    @Override
    public CompletableFuture<Optional<Account>> account(String app) {
        return caller.account(app);
    }

    @Override
    public Optional<ListChanges> changes() {
        return tools.replaced();
    }
}
