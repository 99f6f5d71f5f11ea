package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.ServerContext;
import java.util.Optional;

/** What a server can do and who it is, as both {@code initialize} and {@code server/discover} tell it. */
final class Capabilities {

    private final boolean tools;
    private final Optional<Boolean> prompts;
    private final Optional<Boolean> resources;

    /**
     * What a server can do.
     *
     * @param tools whether it tells of changes of its tool list
     * @param prompts whether it tells of changes of its prompts, where it may have any
     * @param resources whether it tells of changes of its resources, where it may have any
     */
    private Capabilities(boolean tools, Optional<Boolean> prompts, Optional<Boolean> resources) {
        this.tools = tools;
        this.prompts = prompts;
        this.resources = resources;
    }

    /** What a server can do that offers tools and a context. */
    static Capabilities of(boolean toolsChange, ServerContext context) {
        boolean changes = context.changes().isPresent();
        return new Capabilities(
                toolsChange,
                context.hasPrompts() ? Optional.of(changes) : Optional.empty(),
                context.isEmpty() ? Optional.empty() : Optional.of(changes));
    }

    /**
     * Appends them as an object.
     *
     * @param tells whether the client that asks can be told of changes
     */
    void append(JsonBytes to, boolean tells) {
        to.json("{").json(list("\"tools\"", tools && tells));
        if (prompts.isPresent()) {
            to.json(",").json(list("\"prompts\"", prompts.get() && tells));
        }
        if (resources.isPresent()) {
            to.json(",").json(list("\"resources\"", resources.get() && tells)).json(",\"completions\":{}");
        }
        to.json("}");
    }

    private static String list(String name, boolean changes) {
        return name.concat(changes ? ":{\"listChanged\":true}" : ":{\"listChanged\":false}");
    }

    static JsonBytes serverInfo(JsonBytes to, ServerIdentity identity) {
        return to.json("{\"name\":")
                .string(identity.name())
                .json(",\"version\":")
                .string(identity.version())
                .json("}");
    }

    /** Appends the {@code instructions} member, where there are any. */
    static void instructions(JsonBytes to, ServerIdentity identity) {
        if (!identity.instructions().isEmpty()) {
            to.json(",\"instructions\":").string(identity.instructions());
        }
    }
}
