package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolCall;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call whose arguments were accepted and whose request is built, before anything was sent.
 *
 * @param call the call as a transport took it
 * @param tool the tool it names
 * @param arguments the accepted arguments, not to be changed
 * @param request the request it becomes
 */
public record PreparedCall(ToolCall call, BundledTool tool, ObjectNode arguments, ApiRequest request) {}
