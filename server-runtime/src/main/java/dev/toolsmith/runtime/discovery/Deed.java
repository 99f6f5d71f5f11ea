package dev.toolsmith.runtime.discovery;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a search may ask to be done, in words that mean nothing else; each text holds words with a space between them. */
enum Deed {
    CREATES("creates", "create add", "create add assert put"),
    CHANGES("changes", "change update edit modify rename", "change update assert overwrite set replace"),
    DELETES("deletes", "delete remove erase purge", "delete remove"),
    MERGES("merges", "merge", "merge");

    private final String verb;
    private final String said;
    private final String done;

    Deed(String verb, String said, String done) {
        this.verb = verb;
        this.said = said;
        this.done = done;
    }

    /** What a tool does that does it, such as {@code deletes}. */
    String verb() {
        return verb;
    }

    /** What a search that begins with a word asks for; empty where that is nothing, or might be several things. */
    static Optional<Deed> asked(List<String> spoken) {
        for (Deed deed : values()) {
            if (!spoken.isEmpty() && List.of(deed.said.split(" ", -1)).contains(spoken.get(0))) {
                return Optional.of(deed);
            }
        }
        return Optional.empty();
    }

    /** Whether a tool does it, by its name and the first that it says of itself. */
    boolean isDoneBy(IndexedTool tool, ToolWords words) {
        Set<String> own = new HashSet<>(words.said(tool.name() + " " + tool.kind() + " " + tool.title()));
        own.addAll(words.said(tool.lead()));
        return !tool.reads() && Arrays.stream(done.split(" ", -1)).anyMatch(own::contains);
    }

    /** Whether a tool does what is far from it: makes what is to go, or takes away what is to come or to stay. */
    boolean isOpposedBy(IndexedTool tool, ToolWords words) {
        return !isDoneBy(tool, words)
                && ((this != DELETES && DELETES.isDoneBy(tool, words))
                        || (this != CREATES && CREATES.isDoneBy(tool, words)));
    }
}
