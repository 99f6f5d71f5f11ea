package dev.toolsmith.platform.api;

import dev.toolsmith.runtime.text.ShortText;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the one JSON object of a body. */
final class StrictJson {

    private static final int LONGEST_POINTER = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNameLength(1024)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private StrictJson() {}

    /**
     * The object that a text is.
     *
     * @throws Refused when it is none, has a member twice or something after it, or is nested too deeply
     */
    static JsonNode object(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonNode value = read(parser);
            if (!value.isObject()) {
                throw Refused.body(List.of(
                        new Fault("", "wrong_type", "The body is an object, not " + JsonTypes.nameOf(value) + ".")));
            }
            return value;
        }
    }

    private static JsonNode read(JsonParser parser) {
        try {
            if (parser.nextToken() == null) {
                throw Refused.of(400, "no_body", "The body is empty. Send a JSON object.");
            }
            JsonNode value = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw Refused.of(400, "invalid_json", "Something follows the JSON object.");
            }
            return value;
        } catch (JacksonException e) {
            throw refused(parser, e);
        }
    }

    /** The parser's own words are for its users; ours say where. */
    private static Refused refused(JsonParser parser, JacksonException problem) {
        String pointer = ShortText.of(parser.streamReadContext().pathAsPointer().toString(), LONGEST_POINTER);
        if (String.valueOf(problem.getOriginalMessage()).startsWith("Duplicate")) {
            return Refused.body(List.of(new Fault(pointer, "duplicate_member", "This member stands more than once.")));
        }
        String place = problem.getLocation() == null
                ? ""
                : " It goes wrong at line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr() + ".";
        return Refused.of(400, "invalid_json", "The body is not one JSON object within the limits." + place);
    }
}
