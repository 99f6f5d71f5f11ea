package dev.toolsmith.generator.tool;

/** Where one argument of a tool goes in the request. */
public sealed interface ArgumentBinding {

    /** The argument's name in the tool's input schema. */
    String argument();

    /** Whether every call must have the argument. */
    boolean required();

    /** The style of a parameter that is one text of compact JSON. */
    String JSON_STYLE = "json";

    /** Fills {@code {parameter}} of the path template, serialised by its style. */
    record PathArgument(String argument, String parameter, String style, boolean explode) implements ArgumentBinding {
        @Override
        public boolean required() {
            return true;
        }
    }

    /** Becomes a query parameter, serialised by its style (OpenAPI 3.1, Parameter Object) or {@link #JSON_STYLE}. */
    record QueryArgument(String argument, String parameter, boolean required, String style, boolean explode)
            implements ArgumentBinding {}

    /** Becomes a request header, serialised by its style. */
    record HeaderArgument(String argument, String parameter, boolean required, String style, boolean explode)
            implements ArgumentBinding {}

    /** Becomes a cookie, serialised by its style. */
    record CookieArgument(String argument, String parameter, boolean required, String style, boolean explode)
            implements ArgumentBinding {}

    /** Becomes one top-level property of the body object. */
    record BodyProperty(String argument, String property, boolean required) implements ArgumentBinding {}

    /** Becomes the whole body. */
    record WholeBody(String argument, boolean required) implements ArgumentBinding {}

    /** Goes nowhere: the server itself uses it, as it does {@code next_cursor}. */
    record ServerArgument(String argument) implements ArgumentBinding {

        /** The argument that names the fields of an answer that are wanted. */
        public static final String FIELDS = "fields";

        /** The argument that says how an answer is shown. */
        public static final String VIEW = "view";

        @Override
        public boolean required() {
            return false;
        }
    }
}
