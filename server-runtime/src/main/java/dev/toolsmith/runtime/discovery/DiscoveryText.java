package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.text.ShortText;

/** The names of the three tools, and words that their answers share. */
final class DiscoveryText {

    static final String SEARCH = "search_tools";
    static final String SCHEMA = "get_tool_schema";
    static final String CALL = "call_tool";

    private static final int LONGEST_NAME = 64;

    private DiscoveryText() {}

    /** What a client sent, fit for a message. */
    static String cut(String name) {
        return ShortText.of(name, LONGEST_NAME);
    }

    static String whereArgumentsGo(String tool) {
        return tool.equals(CALL) ? " The arguments of the tool that is called stand under \"arguments\"." : "";
    }
}
