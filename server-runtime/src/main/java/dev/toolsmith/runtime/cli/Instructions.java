package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import java.util.List;

/** What models are told of a server at the beginning: what holds for all its tools, so that no tool need say it. */
final class Instructions {

    static final String OF_ANY_SERVER =
            "Where a tool takes them: fields answers with these fields only: names with commas between, dots for what"
                    + " is inside; view is full, compact or text (for people); next_cursor of an answer, sent with the same arguments, gets the next page."
                    + " Errors say what to change; call again only then.";

    private Instructions() {}

    /**
     * All of it, in this order: of this server, of what was added to it, of any server.
     *
     * @param own empty for none
     */
    static String of(String own, List<ServerExtension> extensions) {
        StringBuilder text = new StringBuilder();
        add(text, own);
        for (ServerExtension extension : extensions) {
            add(text, extension.instructions());
        }
        add(text, OF_ANY_SERVER);
        return text.toString();
    }

    /** The same for those who are offered some of the tools. */
    static String of(String own, List<ServerExtension> extensions, BundleTools offered) {
        StringBuilder text = new StringBuilder();
        add(text, own);
        for (ServerExtension extension : extensions) {
            add(text, extension.instructions(offered));
        }
        add(text, OF_ANY_SERVER);
        return offered.told(text.toString());
    }

    private static void add(StringBuilder text, String words) {
        if (!words.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(words);
        }
    }
}
