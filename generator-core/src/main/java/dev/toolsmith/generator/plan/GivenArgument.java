package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.ApiSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What {@code x-toolsmith-arguments} says of one place in a tool's arguments.
 *
 * @param pointer the place as it is written
 * @param path the same in steps: the argument's name, then names of properties, or {@code *} for the items of an array
 * @param description the text that stands there instead
 * @param schema the schema that stands there instead, not yet normalised
 */
record GivenArgument(String pointer, List<String> path, Optional<String> description, Optional<ApiSchema> schema) {

    static final String ANY_ITEM = "*";

    /** Reads one member of the extension; a plain text is short for its description. */
    static Optional<GivenArgument> of(String pointer, Members all, ApiDocument document) {
        if (!pointer.startsWith("/")) {
            all.malformed(all.at().member(pointer), "'" + pointer + "' must be a JSON pointer that begins with '/'");
            return Optional.empty();
        }
        if (all.isText(pointer)) {
            return all.text(pointer)
                    .map(PlainText::of)
                    .map(text -> new GivenArgument(pointer, steps(pointer), Optional.of(text), Optional.empty()));
        }
        return all.object(pointer).map(members -> detailed(pointer, members.only("description", "schema"), document));
    }

    private static GivenArgument detailed(String pointer, Members members, ApiDocument document) {
        Optional<ApiSchema> schema = members.node("schema")
                .map(node -> new ApiSchema(document, members.at().member("schema"), node));
        return new GivenArgument(
                pointer, steps(pointer), members.text("description").map(PlainText::of), schema);
    }

    /** The same, with what it does not say taken from a default for the same place. */
    GivenArgument orElse(GivenArgument general) {
        return new GivenArgument(pointer, path, description.or(general::description), schema.or(general::schema));
    }

    /** The reference tokens of a JSON pointer, unescaped. */
    static List<String> steps(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
