package dev.toolsmith.generator.compare;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One edit of a description and what is to come of it.
 *
 * @param what the edit in words
 * @param edits lines that begin with {@code remove}, {@code set}, {@code add}, {@code drop}, {@code rename} or
 *     {@code overlay}
 * @param caught whether {@code generate} with a lock fails
 * @param changes the changes that are expected
 */
record Mutation(String what, List<String> edits, boolean caught, List<String> changes) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The paragraphs of a text: a line in words, edits, {@code caught} or {@code passes}, changes. */
    static List<Mutation> read(String text) {
        List<Mutation> mutations = new ArrayList<>();
        for (String paragraph : text.strip().split("\n\n+", -1)) {
            List<String> lines =
                    paragraph.lines().filter(line -> !line.startsWith("//")).toList();
            if (!lines.isEmpty()) {
                mutations.add(of(lines));
            }
        }
        return mutations;
    }

    private static Mutation of(List<String> lines) {
        int verdict = Math.max(lines.indexOf("caught"), lines.indexOf("passes"));
        return new Mutation(
                lines.get(0),
                lines.subList(1, verdict),
                lines.get(verdict).equals("caught"),
                lines.subList(verdict + 1, lines.size()));
    }

    void applyTo(AttioTree tree) throws IOException {
        for (String edit : edits) {
            String[] words = edit.split(" ", 3);
            if (words[0].equals("overlay")) {
                String[] texts = edit.substring("overlay ".length()).split(" => ", 2);
                tree.editOverlay(texts[0], texts[1]);
                continue;
            }
            JsonPointer place = tree.place(words[1]);
            switch (words[0]) {
                case "remove" -> tree.remove(place);
                case "set" -> tree.set(place, JSON.readTree(words[2]));
                case "add" -> tree.add(place, JSON.readTree(words[2]));
                case "drop" -> tree.drop(place, JSON.readTree(words[2]));
                case "rename" -> tree.rename(place, words[2]);
                default -> throw new AssertionError("No edit: " + edit);
            }
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
