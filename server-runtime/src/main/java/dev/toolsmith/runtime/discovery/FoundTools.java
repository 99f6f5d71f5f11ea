package dev.toolsmith.runtime.discovery;

import java.util.List;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param tools those that fit, the best first
 * @param mentioned words that occur in what these tools take or say, where none is named after anything that is spoken of;
 *     empty where one is
 * @param unknown words that no tool has, where nothing fits
 * @param missing what is to be done and no tool does; empty where one does
 */
record FoundTools(
        List<IndexedTool> tools, List<String> mentioned, List<String> unknown, Optional<MissingDeed> missing) {

    FoundTools {
        tools = List.copyOf(tools);
        mentioned = List.copyOf(mentioned);
        unknown = List.copyOf(unknown);
    }
}
