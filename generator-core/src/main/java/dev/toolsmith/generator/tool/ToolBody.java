package dev.toolsmith.generator.tool;

import java.util.List;

/**
 * How the body of a tool's request is written.
 *
 * @param encoding how arguments become bytes
 * @param mediaType what the request calls it
 * @param parts what is said of single properties of a form or multipart body
 */
public record ToolBody(Encoding encoding, String mediaType, List<BodyPart> parts) {

    /** How the content of a body becomes bytes. */
    public enum Encoding {
        JSON,
        FORM,
        MULTIPART,
        TEXT,
        BINARY
    }

    public ToolBody {
        parts = List.copyOf(parts);
    }
}
