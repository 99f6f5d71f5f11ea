package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.tool.ToolHints;
import java.util.Optional;

/** The hints that the description or an overlay states itself. */
record HintOverrides(
        Optional<Boolean> readOnly,
        Optional<Boolean> destructive,
        Optional<Boolean> idempotent,
        Optional<Boolean> openWorld) {

    static final HintOverrides NONE =
            new HintOverrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static HintOverrides of(Members members) {
        members.only("readOnly", "destructive", "idempotent", "openWorld");
        return new HintOverrides(
                members.flag("readOnly"),
                members.flag("destructive"),
                members.flag("idempotent"),
                members.flag("openWorld"));
    }

    /** The names that {@code x-mcp} uses are those of MCP's {@code ToolAnnotations}. */
    static HintOverrides ofAnnotations(Members members) {
        return new HintOverrides(
                members.flag("readOnlyHint"),
                members.flag("destructiveHint"),
                members.flag("idempotentHint"),
                members.flag("openWorldHint"));
    }

    HintOverrides orElse(HintOverrides other) {
        return new HintOverrides(
                readOnly.or(other::readOnly),
                destructive.or(other::destructive),
                idempotent.or(other::idempotent),
                openWorld.or(other::openWorld));
    }

    ToolHints over(ToolHints derived) {
        return new ToolHints(
                readOnly.orElse(derived.readOnly()),
                destructive.orElse(derived.destructive()),
                idempotent.orElse(derived.idempotent()),
                openWorld.orElse(derived.openWorld()));
    }
}
