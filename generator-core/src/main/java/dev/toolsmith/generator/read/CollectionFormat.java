package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How Swagger 2.0 writes an array ({@code collectionFormat}), in the words of OpenAPI 3.
 *
 * @param style a style; one that no place has, such as {@code tabDelimited}, where OpenAPI 3 has none
 * @param explode whether each item becomes a parameter of its own
 */
record CollectionFormat(String style, boolean explode) {

    /**
     * The format of a parameter, a header or a field.
     *
     * @param commas the style that its place calls values with commas between them
     */
    static CollectionFormat of(JsonNode parameter, String commas) {
        String format = parameter.path("collectionFormat").asText("csv");
        return switch (format) {
            case "csv" -> new CollectionFormat(commas, false);
            case "ssv" -> new CollectionFormat("spaceDelimited", false);
            case "pipes" -> new CollectionFormat("pipeDelimited", false);
            case "tsv" -> new CollectionFormat("tabDelimited", false);
            case "multi" -> new CollectionFormat(commas, true);
            default -> new CollectionFormat(format, false);
        };
    }
}
