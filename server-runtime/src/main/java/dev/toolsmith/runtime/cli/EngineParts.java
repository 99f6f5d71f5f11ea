package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.protocol.StateOwner;
import dev.toolsmith.runtime.text.WordKey;
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
 * @param key signs what is kept with clients
 * @param accounts which accounts are called at the moment
 */
public record EngineParts(
        ServerIdentity identity,
        ToolList tools,
        ToolCaller caller,
        ServerContext context,
        FaultLog faults,
        WordKey key,
        StateOwner accounts) {

    /** Of a server that keeps nothing with its clients for longer than its process lives. */
    public EngineParts(
            ServerIdentity identity, ToolList tools, ToolCaller caller, ServerContext context, FaultLog faults) {
        this(identity, tools, caller, context, faults, WordKey.random(), new StateOwner.Fixed(""));
    }

    /** Of a server that offers tools alone. */
    public EngineParts(ServerIdentity identity, ToolList tools, ToolCaller caller, FaultLog faults) {
        this(identity, tools, caller, ServerContext.none(), faults);
    }

    /** The same with a key that outlives the process, and the accounts that what it signs is for. */
    public EngineParts signing(WordKey other, StateOwner called) {
        return new EngineParts(identity, tools, caller, context, faults, other, called);
    }
}
