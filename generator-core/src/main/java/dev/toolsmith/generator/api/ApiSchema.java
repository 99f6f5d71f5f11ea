package dev.toolsmith.generator.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A schema exactly as the description writes it; references in it are not resolved.
 *
 * @param document the document that local references in the schema point into
 * @param at where the schema stands
 * @param node the schema: an object, or a boolean
 */
public record ApiSchema(ApiDocument document, SourcePointer at, JsonNode node) {}
