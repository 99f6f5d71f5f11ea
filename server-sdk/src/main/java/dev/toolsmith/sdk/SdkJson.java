package dev.toolsmith.sdk;

import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import dev.toolsmith.runtime.tool.ToolResult;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Between our bytes and the SDK's values. Decimals stay decimals, so that numbers reach the API as the client sent them. */
final class SdkJson {

    private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};

    private final McpJsonMapper mapper = new JacksonMcpJsonMapper(JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build());

    /** The mapper, for servers that should read arguments as exactly as we do. */
    McpJsonMapper mapper() {
        return mapper;
    }

    Tool tool(ListedTool listed) {
        byte[] object = Arrays.copyOfRange(listed.bytes(), listed.offset(), listed.offset() + listed.length());
        try {
            return mapper.readValue(object, Tool.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The catalogue holds a tool that the SDK cannot read", unreadable);
        }
    }

    byte[] bytes(Map<String, Object> arguments) {
        try {
            return mapper.writeValueAsBytes(arguments);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    CallToolResult result(ToolResult result) {
        CallToolResult.Builder built = CallToolResult.builder(
                        List.of(TextContent.builder(new String(result.text(), StandardCharsets.UTF_8))
                                .build()))
                .isError(result.isError());
        result.structured().ifPresent(structured -> built.structuredContent(object(structured)));
        Map<String, Object> meta = new LinkedHashMap<>();
        result.meta().ifPresent(given -> meta.putAll(object(given)));
        result.rateLimit().ifPresent(limit -> tell(limit, meta));
        return meta.isEmpty() ? built.build() : built.meta(meta).build();
    }

    private Map<String, Object> object(byte[] bytes) {
        try {
            return mapper.readValue(bytes, OBJECT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void tell(RateLimit limit, Map<String, Object> meta) {
        if (limit.limit() >= 0) {
            meta.put("ratelimit-limit", limit.limit());
        }
        if (limit.remaining() >= 0) {
            meta.put("ratelimit-remaining", limit.remaining());
        }
        meta.put("ratelimit-reset", limit.resetSeconds());
    }
}
