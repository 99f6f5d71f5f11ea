package dev.toolsmith.generator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One parameter of an operation, references resolved and defaults filled in (OpenAPI 3.1, Parameter Object).
 *
 * @param at where the parameter stands
 * @param name the name on the wire
 * @param place where it travels
 * @param required whether a request must carry it; always true for a path parameter
 * @param description the description's text, empty when there is none
 * @param schema what values it takes
 * @param style the serialisation style, the place's default when the description names none
 * @param explode whether arrays and objects become several parameters, the style's default when not named
 * @param mediaType set when the parameter is declared by {@code content} instead of {@code schema}
 * @param extensions the members whose names begin with {@code x-}
 */
public record ApiParameter(
        SourcePointer at,
        String name,
        ParameterPlace place,
        boolean required,
        String description,
        ApiSchema schema,
        String style,
        boolean explode,
        Optional<String> mediaType,
        ObjectNode extensions) {

    /** Whether the value is sent as one JSON text. */
    public boolean isJson() {
        return mediaType
                .filter(type -> type.equals("application/json") || type.endsWith("+json"))
                .isPresent();
    }

    /** Whether the value is declared by a media type of plain text. */
    public boolean isText() {
        return mediaType.filter(type -> type.startsWith("text/")).isPresent();
    }
}
