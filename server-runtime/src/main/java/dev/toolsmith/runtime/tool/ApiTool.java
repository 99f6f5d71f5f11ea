package dev.toolsmith.runtime.tool;

/** One tool: a pure mapping from checked arguments to a request. Generated, one class a tool. */
public interface ApiTool {

    /** The name that a model calls the tool by. */
    String name();

    /**
     * The request that a call becomes.
     *
     * @param args arguments that the tool's input schema has accepted
     */
    ApiRequest toRequest(ToolArguments args);
}
