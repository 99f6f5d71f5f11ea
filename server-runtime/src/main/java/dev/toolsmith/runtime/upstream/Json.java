package dev.toolsmith.runtime.upstream;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** How answers are read: strictly, within limits. */
final class Json {

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxStringLength(16 << 20)
            .maxNumberLength(1000)
            .build();

    /** Reads and writes answers. Numbers are copied as text; half characters, which UTF-8 cannot hold, stay escaped. */
    static final JsonFactory ANSWERS = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private Json() {}
}
