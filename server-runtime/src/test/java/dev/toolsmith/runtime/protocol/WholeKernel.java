package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.fixture.AskingTools;
import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.SampleContext;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kernel with all that a server may offer: tools, one of which asks its client, prompts, resources and completion. */
final class WholeKernel implements ToolCaller {

    private static final Pattern QUESTION = Pattern.compile("\"id\":(\"ask-\\d+\"),\"method\":\"elicitation/create\"");

    final EchoTools tools = new EchoTools();
    final AtomicInteger calls = new AtomicInteger();
    final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    final ProtocolKernel kernel = new ProtocolKernel(
            new ServerIdentity("test", "1", "Be kind."), tools, this, new SampleContext(false), faults::add);
    private final AskingTools asking = new AskingTools();

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        calls.incrementAndGet();
        return call.name().equals("confirm") ? asking.call(call) : tools.call(call);
    }

    /** A client over a pipe whose user declines whatever is asked. */
    Peer declining() {
        CompletableFuture<Peer> self = new CompletableFuture<>();
        Peer peer = Peer.overPipe(message -> decline(message, self.join()));
        self.complete(peer);
        return peer;
    }

    private void decline(byte[] message, Peer peer) {
        Matcher question = QUESTION.matcher(new String(message, StandardCharsets.UTF_8));
        if (question.find()) {
            String response =
                    "{\"jsonrpc\":\"2.0\",\"id\":" + question.group(1) + ",\"result\":{\"action\":\"decline\"}}";
            kernel.answer(response.getBytes(StandardCharsets.UTF_8), peer).join();
        }
    }
}
