package dev.toolsmith.runtime.cli;

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
 * @param faults told of faults of our own
 */
public record EngineParts(ServerIdentity identity, ToolList tools, ToolCaller caller, FaultLog faults) {}
