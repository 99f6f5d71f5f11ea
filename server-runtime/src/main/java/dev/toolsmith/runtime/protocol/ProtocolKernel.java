package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the messages of MCP clients, of revisions 2024-11-05 to 2025-11-25 and 2026-07-28. It holds no state of its
 * own, knows no transport and may be used by many threads at once.
 */
public final class ProtocolKernel implements MessageService {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, MethodHandler> legacy;
    private final Map<String, MethodHandler> modern;
    private final AnswerWriter writer;
    private final FaultLog faults;
    private final List<ChangingList> changing;
    private final RequestStates states;

    /**
     * A kernel that offers tools.
     *
     * @param faults told of every fault of our own, which the client hears of as "Internal error" only
     */
    public ProtocolKernel(ServerIdentity identity, ToolList tools, ToolCaller caller, FaultLog faults) {
        this(identity, tools, caller, ServerContext.none(), faults);
    }

    /**
     * A kernel that offers tools, prompts and resources.
     *
     * @param faults told of every fault of our own, which the client hears of as "Internal error" only
     */
    public ProtocolKernel(
            ServerIdentity identity, ToolList tools, ToolCaller caller, ServerContext context, FaultLog faults) {
        this(new Fixed(identity), tools, caller, context, faults);
    }

    private record Fixed(ServerIdentity identity) implements Supplier<ServerIdentity> {

        @Override
        public ServerIdentity get() {
            return identity;
        }
    }

    /**
     * A kernel whose instructions change with its tools.
     *
     * @param identity asked whenever the server introduces itself; its name and version stay the same
     * @param faults told of every fault of our own, which the client hears of as "Internal error" only
     */
    public ProtocolKernel(
            Supplier<ServerIdentity> identity,
            ToolList tools,
            ToolCaller caller,
            ServerContext context,
            FaultLog faults) {
        this.legacy = new HashMap<>();
        this.modern = new HashMap<>();
        this.states = new RequestStates(
                WordKey.random(), UsedStates.ofThisProcess(), new StateOwner.Fixed(""), Clock.systemUTC());
        MethodHandler list = new ToolsListHandler(tools);
        MethodHandler call = new ToolsCallHandler(caller);
        this.changing = changing(tools, context);
        Capabilities capabilities = Capabilities.of(tools.changes().isPresent(), context);
        legacy.put("initialize", new InitializeHandler(identity, capabilities));
        legacy.put("ping", new PingHandler());
        modern.put("server/discover", new DiscoverHandler(identity, capabilities));
        inBoth("tools/list", list);
        legacy.put("tools/call", call);
        modern.put("tools/call", new MirroredArguments(tools, call));
        if (!context.isEmpty()) {
            MethodHandler beside = new ContextHandler(context);
            for (String method : ContextHandler.METHODS) {
                if (context.hasPrompts() || !method.startsWith("prompts/")) {
                    inBoth(method, beside);
                }
            }
        }
        this.writer = new AnswerWriter(identity.get());
        this.faults = faults;
        if (!changing.isEmpty()) {
            modern.put("subscriptions/listen", new ListenHandler(changing, writer));
        }
    }

    private void inBoth(String method, MethodHandler handler) {
        legacy.put(method, handler);
        modern.put(method, handler);
    }

    private static List<ChangingList> changing(ToolList tools, ServerContext context) {
        List<ChangingList> changing = new ArrayList<>(3);
        Optional<ListChanges> ofTools = tools.changes();
        if (ofTools.isPresent()) {
            changing.add(new ChangingList("tools", ofTools.get()));
        }
        Optional<ListChanges> ofContext = context.changes();
        if (ofContext.isPresent()) {
            if (context.hasPrompts()) {
                changing.add(new ChangingList("prompts", ofContext.get()));
            }
            changing.add(new ChangingList("resources", ofContext.get()));
        }
        return changing;
    }

    private ProtocolKernel(ProtocolKernel same, RequestStates states) {
        this.legacy = same.legacy;
        this.modern = same.modern;
        this.writer = same.writer;
        this.faults = same.faults;
        this.changing = same.changing;
        this.states = states;
    }

    /**
     * The same kernel, whose requests can keep something with their clients beyond this process; otherwise they keep it no
     * longer than the process lives.
     *
     * @param key signs what is kept, in all processes that serve the same clients
     * @param used what users have agreed to, in all kernels with that key
     * @param owner whom the kernel serves, and with which accounts
     */
    public ProtocolKernel signing(WordKey key, UsedStates used, StateOwner owner) {
        return signing(key, used, owner, Clock.systemUTC());
    }

    ProtocolKernel signing(WordKey key, UsedStates used, StateOwner owner, Clock clock) {
        return new ProtocolKernel(this, new RequestStates(key, used, owner, clock));
    }

    @Override
    public CompletableFuture<Answer> answer(byte[] message, Peer peer) {
        Message read;
        try {
            read = MessageReader.read(message);
        } catch (MalformedMessageException e) {
            return CompletableFuture.completedFuture(unreadable(String.valueOf(e.getMessage())));
        }
        return read instanceof Message.Batch batch ? batch(batch, peer) : single(read, peer);
    }

    @Override
    public Answer unreadable(String why) {
        return Answer.unreadable(why);
    }

    /** The answer to a request that a transport turned away before its message was looked at. */
    public Answer refused(String why) {
        return AnswerWriter.refusal(NULL, Reply.Failure.INVALID_REQUEST, why);
    }

    private CompletableFuture<Answer> batch(Message.Batch batch, Peer peer) {
        int size = batch.messages().size();
        if (size == 0
                || size > Limits.BATCH_MESSAGES
                || peer.protocolVersionHeader().isPresent()) {
            String why = peer.protocolVersionHeader().isPresent()
                    ? "batches are not part of the revision that MCP-Protocol-Version names"
                    : "a batch holds 1 to " + Limits.BATCH_MESSAGES + " messages";
            return CompletableFuture.completedFuture(refused("Invalid request: " + why));
        }
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (Message each : batch.messages()) {
            answers.add(single(each, peer).thenApply(ProtocolKernel::inBatch));
        }
        return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> writer.batch(
                        answers.stream().map(CompletableFuture::join).toList()));
    }

    private static Answer inBatch(Answer answer) {
        return answer.subscription()
                .map(subscription -> subscription.refused("A subscription cannot be opened in a batch."))
                .orElse(answer);
    }

    private CompletableFuture<Answer> single(Message message, Peer peer) {
        if (message instanceof Message.Request request) {
            return request(request, peer);
        }
        if (message instanceof Message.Invalid invalid) {
            return CompletableFuture.completedFuture(AnswerWriter.refusal(
                    invalid.id(), Reply.Failure.INVALID_REQUEST, "Invalid request: " + invalid.why()));
        }
        if (message instanceof Message.Notification notification) {
            take(notification, peer);
        }
        if (message instanceof Message.Response response && peer.canBeTold()) {
            peer.questions().answered(response);
        }
        return CompletableFuture.completedFuture(Answer.nothing());
    }

    private void take(Message.Notification notification, Peer peer) {
        if (notification.method().equals("notifications/initialized")) {
            peer.tellOf(changing);
        }
        if (notification.method().equals("notifications/cancelled")) {
            Optional<RawValue> id = notification.params().get("requestId");
            if (id.isPresent()) {
                peer.cancel(id.get().copy());
            }
        }
    }

    private CompletableFuture<Answer> request(Message.Request request, Peer peer) {
        Optional<Reply.Failure> repeated = ModernRules.repeated(peer);
        if (repeated.isPresent()) {
            return CompletableFuture.completedFuture(writer.answer(request, Era.MODERN, repeated.get()));
        }
        Era era = Era.of(request, peer);
        Optional<Reply.Failure> refused = refusal(request, era, peer);
        if (refused.isEmpty() && era == Era.MODERN && ModernRules.mayAskClients(request.method())) {
            refused = states.problem(request);
        }
        @Nullable MethodHandler handler = (era == Era.MODERN ? modern : legacy).get(request.method());
        if (refused.isPresent() || handler == null) {
            Reply.Failure failure = refused.isPresent() ? refused.get() : unknownMethod(request);
            return CompletableFuture.completedFuture(writer.answer(request, era, failure));
        }
        return new RunningRequest(request, era, peer, states).answered(handler, writer, faults);
    }

    private static Optional<Reply.Failure> refusal(Message.Request request, Era era, Peer peer) {
        if (!request.paramsFit()) {
            return Optional.of(Reply.Failure.invalidParams("Invalid params: \"params\" must be an object"));
        }
        Optional<RawValue> meta = request.params().get("_meta");
        if (meta.isPresent() && !meta.get().isObject()) {
            return Optional.of(Reply.Failure.invalidParams("Invalid params: \"_meta\" must be an object"));
        }
        return era == Era.MODERN ? ModernRules.check(request, peer) : Optional.empty();
    }

    private static Reply.Failure unknownMethod(Message.Request request) {
        return new Reply.Failure(
                Reply.Failure.METHOD_NOT_FOUND, "Method not found: " + Texts.shortened(request.method()));
    }
}
