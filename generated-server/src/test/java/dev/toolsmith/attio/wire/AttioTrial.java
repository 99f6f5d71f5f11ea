package dev.toolsmith.attio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.wire.Recorder.Field;
import dev.toolsmith.attio.wire.Recorder.Sent;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All tools of Attio before a recorder, called one at a time. */
final class AttioTrial implements AutoCloseable {

    private static final String KEY = "key-of-the-account";
    private static final Set<String> ALLOWED = Set.of(
            "host", "user-agent", "accept", "accept-encoding", "authorization", "content-type", "content-length");

    /**
     * What became of a call.
     *
     * @param sent the one request that it made; empty for none
     */
    record Outcome(ToolResult result, Optional<Sent> sent) {

        boolean refused() {
            return result.isError() && sent.isEmpty();
        }

        String text() {
            return new String(result.text(), StandardCharsets.UTF_8);
        }
    }

    private final Recorder recorder = Recorder.start();
    private final AttioTools bundle = new AttioTools();
    private final BundleTools tools = BundleTools.of(List.of(bundle), ToolSelection.everything());
    private final UpstreamCaller caller = UpstreamCaller.of(
            tools,
            UpstreamSettings.of(
                    bundle.app(),
                    new ApiEndpoint(recorder.url(), () -> Optional.of(Secret.of(KEY)), Optional.empty()),
                    "attio-mcp-server/test"));

    List<ToolDescriptor> tools() {
        return tools.tools();
    }

    /** The schema that a tool's arguments are checked by. */
    JsonNode schema(String tool) {
        try (InputStream in = bundle.open("schemas/" + tool + ".json")) {
            return JsonTree.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a call; fails when it makes two requests, or one that has other headers than ours. */
    Outcome call(String tool, ObjectNode arguments) {
        return call(tool, JsonTree.write(arguments));
    }

    Outcome call(String tool, byte[] arguments) {
        ToolCall call = new ToolCall(tool, arguments, CallOrigin.UNKNOWN, new CompletableFuture<>());
        ToolResult result = caller.call(call).orTimeout(60, TimeUnit.SECONDS).join();
        List<Sent> sent = recorder.taken();
        assertThat(sent).as(tool).hasSizeLessThanOrEqualTo(1);
        sent.forEach(AttioTrial::assertOurHeaders);
        return new Outcome(result, sent.stream().findFirst());
    }

    private static void assertOurHeaders(Sent sent) {
        Set<String> names = new HashSet<>();
        for (Field field : sent.fields()) {
            assertThat(ALLOWED).as(sent.line()).contains(field.name());
            assertThat(names.add(field.name()))
                    .as("%s twice: %s", field, sent.line())
                    .isTrue();
        }
        assertThat(sent.fields()).as(sent.line()).contains(new Field("authorization", "Bearer " + KEY));
    }

    @Override
    public void close() {
        caller.close();
        List<IOException> broken = recorder.broken();
        recorder.close();
        assertThat(broken).isEmpty();
    }
}
