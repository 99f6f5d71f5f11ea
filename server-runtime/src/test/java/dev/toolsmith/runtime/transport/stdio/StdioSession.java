package dev.toolsmith.runtime.transport.stdio;

import dev.toolsmith.runtime.fixture.AskingTools;
import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport between two real pipes of the operating system, and a client's ends of them. */
final class StdioSession {

    final EchoTools tools = new EchoTools().changing();
    final AtomicInteger flushes = new AtomicInteger();
    final StdioTransport transport;
    final CompletableFuture<Void> ended;
    private final Pipe.SinkChannel toServer;
    private final Pipe.SourceChannel fromServer;
    private final BufferedReader answers;
    private volatile Thread server;

    StdioSession() throws IOException {
        this(Optional.empty());
    }

    /** A session with tools that speak with their client. */
    static StdioSession of(AskingTools asking) throws IOException {
        return new StdioSession(Optional.of(asking));
    }

    private StdioSession(Optional<AskingTools> asking) throws IOException {
        Pipe in = Pipe.open();
        Pipe out = Pipe.open();
        toServer = in.sink();
        fromServer = out.source();
        answers =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(fromServer), StandardCharsets.UTF_8));
        ProtocolKernel kernel = new ProtocolKernel(
                new ServerIdentity("test", "1", ""),
                asking.<ToolList>map(each -> each).orElse(tools),
                asking.<ToolCaller>map(each -> each).orElse(tools),
                fault -> {});
        OutputStream answersOut = Channels.newOutputStream(out.sink());
        transport =
                new StdioTransport(kernel, Channels.newInputStream(in.source()), answersOut, flushes::incrementAndGet);
        ended = CompletableFuture.runAsync(() -> serve(answersOut), task -> {
            server = new Thread(task, "server");
            server.start();
        });
    }

    /** Whether the server reads nothing more because it waits for something else. */
    boolean isHeldUp() {
        return server.getState() == Thread.State.WAITING;
    }

    private void serve(OutputStream answersOut) {
        try {
            transport.run();
            answersOut.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void send(String text) {
        send(text.concat("\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                toServer.write(rest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void call(String id, String tool, String arguments) {
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}");
    }

    String answer() throws IOException {
        return answers.readLine();
    }

    void endInput() throws IOException {
        toServer.close();
    }

    void stopReading() throws IOException {
        fromServer.close();
    }

    List<String> remainingAnswers() throws IOException {
        List<String> all = new ArrayList<>();
        for (String line = answer(); line != null; line = answer()) {
            all.add(line);
        }
        return all;
    }
}
