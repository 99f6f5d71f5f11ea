package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word of a selection that fits tools, but none of those that a preset leaves.
 *
 * @param member which part of the selection it is of: {@code methods}, {@code tags} or {@code tools}
 * @param text what is wrong and what to do, for people
 */
public record LeftOut(String member, String text) {

    /**
     * The first such word; empty when there is none.
     *
     * @param preset its name
     * @param left the tools that it leaves
     * @param all the tools that there are
     * @param narrower what is to narrow the preset
     */
    public static Optional<LeftOut> of(
            String preset, List<ToolDescriptor> left, List<ToolDescriptor> all, ToolSelection narrower) {
        Words there = Words.of(left);
        Words anywhere = Words.of(all);
        return of(preset, "methods", "method", narrower.methods(), there.methods, anywhere.methods)
                .or(() -> of(preset, "tags", "tag", narrower.tags(), there.tags, anywhere.tags))
                .or(() -> of(preset, "tools", "tool", narrower.tools(), there.names, anywhere.names));
    }

    private static Optional<LeftOut> of(
            String preset, String member, String what, List<String> asked, Set<String> there, Set<String> anywhere) {
        for (String word : asked) {
            if (anywhere.contains(word) && !there.contains(word)) {
                return Optional.of(new LeftOut(
                        member,
                        "The preset \"" + preset + "\" leaves out the " + what + " \"" + word
                                + "\". Give a part of what the preset has there, or leave the preset out."));
            }
        }
        return Optional.empty();
    }

    private record Words(Set<String> methods, Set<String> tags, Set<String> names) {

        static Words of(List<ToolDescriptor> tools) {
            Words words = new Words(new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (ToolDescriptor tool : tools) {
                words.methods.add(tool.kind());
                words.methods.add(tool.toolClass());
                words.tags.addAll(tool.tags());
                words.names.add(tool.name());
            }
            return words;
        }
    }
}
