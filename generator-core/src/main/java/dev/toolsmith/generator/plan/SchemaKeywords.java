package dev.toolsmith.generator.plan;

import java.util.Set;

/** The keywords of JSON Schema 2020-12 that tools keep, by what stands under them. */
final class SchemaKeywords {

    /** A schema stands under these. */
    static final Set<String> SCHEMA = Set.of(
            "additionalProperties",
            "items",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** A list of schemas stands under these. */
    static final Set<String> LIST = Set.of("anyOf", "oneOf", "allOf", "prefixItems");

    /** Schemas by name stand under these. */
    static final Set<String> MAP = Set.of("properties", "patternProperties", "dependentSchemas");

    /** A number stands under these. */
    static final Set<String> NUMBER =
            Set.of("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum");

    /** A count stands under these. */
    static final Set<String> COUNT = Set.of(
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains");

    /** A text stands under these. */
    static final Set<String> TEXT = Set.of("title", "description", "format", "contentEncoding", "contentMediaType");

    /** Keywords that refuse no instance, and may stand beside a reference that is replaced by what it refers to. */
    static final Set<String> ANNOTATIONS = Set.of("title", "description", "default", "deprecated");

    /** Keywords that change what references mean, which tools can't follow. */
    static final Set<String> UNSUPPORTED =
            Set.of("$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$anchor", "$id");

    private SchemaKeywords() {}
}
