package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call as its account takes it.
 *
 * @param arguments what is to be sent
 * @param refusal why it is not to be sent, in words for a model; empty when it is
 * @param gap why the schema of the account is not known, or not all of it, so that the published one was used instead;
 *     empty when the check was exact
 */
public record CheckedCall(ObjectNode arguments, Optional<String> refusal, Optional<String> gap) {

    /** The member of {@code _meta} that tells that a published schema was used. */
    public static final String META = "dev.toolsmith/schema";

    /** A result with what is to be told of the schema that was used; unchanged when the check was exact. */
    public ToolResult told(ToolResult result) {
        return gap.isEmpty() ? result : result.withMeta(meta(result.meta(), gap.get()));
    }

    /** A list of published schemas that says why they are not those of the account. */
    public static Listing published(ListedTool tools, String why) {
        return new Listing(tools, Optional.of(meta(Optional.empty(), why)));
    }

    /** {@code _meta} with what is to be told of a schema that is not exact. */
    static byte[] meta(Optional<byte[]> meta, String gap) {
        ObjectNode members =
                meta.map(json -> (ObjectNode) JsonTree.read(json)).orElseGet(JsonNodeFactory.instance::objectNode);
        members.putObject(META).put("used", "published").put("reason", gap);
        return JsonTree.write(members);
    }
}
