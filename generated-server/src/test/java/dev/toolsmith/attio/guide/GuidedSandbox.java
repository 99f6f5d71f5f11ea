package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.extension.AttioExtension;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.context.ContextCaller;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.context.OfferedContext;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.OwnAccounts;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.sandbox.AttioSandbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The sample workspace behind Attio's tools, and what callers of some of them are offered beside tools. */
final class GuidedSandbox implements AutoCloseable {

    /** A caller's tools and context. */
    record Guided(BundleTools tools, ServerContext context) {}

    private final AttioSandbox sandbox = AttioSandbox.start(0);
    private final BundleTools all = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final UpstreamCaller caller = UpstreamCaller.of(
            all,
            UpstreamSettings.of(
                    "attio",
                    new ApiEndpoint(sandbox.baseUri(), () -> Optional.of(Secret.of(sandbox.token())), Optional.empty()),
                    "attio-mcp-server/test"),
            new OwnAccounts(List.of(new AttioWorkspaces()), () -> {}, fault -> {
                throw new AssertionError(fault);
            }));
    private final ServerContext everything = guided("all").context();

    private record Caller(BundleTools tools, Optional<UpstreamCaller> upstream) implements ContextCaller {

        @Override
        public List<ContextContributor> contributors() {
            return List.of(new AttioGuide());
        }

        @Override
        public boolean hasPrompts() {
            return true;
        }

        @Override
        public CompletableFuture<Optional<Account>> account(String app) {
            return CompletableFuture.completedFuture(upstream.flatMap(caller -> caller.account(app)));
        }
    }

    /** The context of a caller with all tools. */
    ServerContext everything() {
        return everything;
    }

    /**
     * A caller with some tools.
     *
     * @param selection {@code all}, {@code read-only}, {@code sales}, {@code one}, or a tag
     */
    Guided guided(String selection) {
        BundleTools tools = switch (selection) {
            case "all" -> all;
            case "read-only" -> narrowed(List.of(), List.of(), true);
            case "sales" -> all.narrowed(new AttioExtension().presets().get(0).selection());
            case "one" -> narrowed(List.of(), List.of("attio_entries_assert"), false);
            default -> narrowed(List.of(selection), List.of(), false);
        };
        return new Guided(tools, new OfferedContext(new Caller(tools, Optional.of(caller))));
    }

    private BundleTools narrowed(List<String> tags, List<String> tools, boolean readOnly) {
        return all.narrowed(new ToolSelection(List.of(), tags, tools, List.of(), readOnly));
    }

    /** Calls a tool with arguments in JSON. */
    ToolResult call(String tool, String arguments) {
        ToolCall call = new ToolCall(
                tool, arguments.getBytes(StandardCharsets.UTF_8), CallOrigin.UNKNOWN, new CompletableFuture<>());
        return caller.call(call).orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** A caller whose account is not known. */
    Guided withoutAccount() {
        return new Guided(all, new OfferedContext(new Caller(all, Optional.empty())));
    }

    @Override
    public void close() {
        caller.close();
        sandbox.close();
    }
}
