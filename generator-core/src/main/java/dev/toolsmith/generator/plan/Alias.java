package dev.toolsmith.generator.plan;

import java.util.List;
import java.util.Optional;

/** A further tool for an operation ({@code x-toolsmith-alias}). */
record Alias(String name, Optional<String> title, Optional<String> description, Optional<List<String>> tags) {

    static Alias of(Members members) {
        members.only("name", "title", "description", "tags");
        return new Alias(
                members.requiredText("name"),
                members.text("title"),
                members.text("description"),
                members.texts("tags"));
    }
}
