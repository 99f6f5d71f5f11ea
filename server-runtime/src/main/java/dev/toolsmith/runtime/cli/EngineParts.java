package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolList;

/**
 * What an engine serves.
 *
 * @param identity what the server says of itself
 * @param tools what it offers
 * @param caller what carries out calls
 * @param context what it offers beside tools
 * @param faults told of faults of our own
 */
public record EngineParts(
        ServerIdentity identity, ToolList tools, ToolCaller caller, ServerContext context, FaultLog faults) {

    /** Of a server that offers tools alone. */
    public EngineParts(ServerIdentity identity, ToolList tools, ToolCaller caller, FaultLog faults) {
        this(identity, tools, caller, ServerContext.none(), faults);
    }
}
