package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.json.JsonTree;
import java.util.Base64;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message of a prompt.
 *
 * @param role who speaks
 * @param content one finished content block, UTF-8 JSON (MCP 2026-07-28, PromptMessage)
 */
public record PromptMessage(Role role, byte[] content) {

    /** Who speaks in a message. */
    public enum Role {
        /** The person whose client it is. */
        USER,
        /** The model. */
        ASSISTANT
    }

    /** A message in words. */
    public static PromptMessage text(Role role, String text) {
        return of(role, block("text").put("text", text));
    }

    /** A message that is a picture, such as one of the media type {@code image/png}. */
    public static PromptMessage image(Role role, String mimeType, byte[] data) {
        return of(
                role,
                block("image")
                        .put("data", Base64.getEncoder().encodeToString(data))
                        .put("mimeType", mimeType));
    }

    /** A message that holds a resource whole. */
    public static PromptMessage resource(Role role, ResourceContent content) {
        ObjectNode resource =
                JsonNodeFactory.instance.objectNode().put("uri", content.uri()).put("mimeType", content.mimeType());
        content.text().ifPresent(text -> resource.put("text", text));
        content.blob()
                .ifPresent(blob -> resource.put("blob", Base64.getEncoder().encodeToString(blob)));
        ObjectNode block = block("resource");
        block.set("resource", resource);
        return of(role, block);
    }

    private static ObjectNode block(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static PromptMessage of(Role role, ObjectNode block) {
        return new PromptMessage(role, JsonTree.write(block));
    }
}
