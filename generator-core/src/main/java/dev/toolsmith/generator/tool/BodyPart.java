package dev.toolsmith.generator.tool;

/**
 * How one property of a form or multipart body is written, where the description says it: either as a media type or in a
 * style.
 *
 * @param property the property's name
 * @param mediaType what the property is written as; empty when a style says it
 * @param style as of a query parameter; empty when a media type says it
 * @param explode whether arrays and objects become several fields
 */
public record BodyPart(String property, String mediaType, String style, boolean explode) {}
