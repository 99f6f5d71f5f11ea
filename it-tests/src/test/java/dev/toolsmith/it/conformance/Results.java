package dev.toolsmith.it.conformance;

import dev.toolsmith.it.Json;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the tools answer with. */
final class Results {

    private Results() {}

    static CompletableFuture<ToolResult> text(String text) {
        return CompletableFuture.completedFuture(ToolResult.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    static CompletableFuture<ToolResult> blocks(ObjectNode... blocks) {
        ArrayNode content = Json.array();
        for (ObjectNode block : blocks) {
            content.add(block);
        }
        ToolResult result = ToolResult.of("blocks".getBytes(StandardCharsets.UTF_8));
        return CompletableFuture.completedFuture(
                result.withContent(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    static ObjectNode words(String text) {
        return Json.object().put("type", "text").put("text", text);
    }

    static ObjectNode picture() {
        return binary("image", Samples.picture(), "image/png");
    }

    static ObjectNode sound() {
        return binary("audio", Samples.sound(), "audio/wav");
    }

    static ObjectNode resource(String uri, String mimeType, String text) {
        ObjectNode block = Json.object().put("type", "resource");
        block.putObject("resource").put("uri", uri).put("mimeType", mimeType).put("text", text);
        return block;
    }

    private static ObjectNode binary(String type, byte[] data, String mimeType) {
        return Json.object()
                .put("type", type)
                .put("data", Base64.getEncoder().encodeToString(data))
                .put("mimeType", mimeType);
    }
}
