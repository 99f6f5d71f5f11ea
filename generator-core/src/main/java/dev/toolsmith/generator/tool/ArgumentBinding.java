package dev.toolsmith.generator.tool;

/** Where one argument of a tool goes in the request. */
public sealed interface ArgumentBinding {

    /** The argument's name in the tool's input schema. */
    String argument();

    /** Whether every call must have the argument. */
    boolean required();

    /** Fills {@code {parameter}} of the path template. */
    record PathArgument(String argument, String parameter) implements ArgumentBinding {
        @Override
        public boolean required() {
            return true;
        }
    }

    /** Becomes a query parameter, serialised by its style (OpenAPI 3.1, Parameter Object). */
    record QueryArgument(String argument, String parameter, boolean required, String style, boolean explode)
            implements ArgumentBinding {}

    /** Becomes a request header in style {@code simple}. */
    record HeaderArgument(String argument, String parameter, boolean required, boolean explode)
            implements ArgumentBinding {}

    /** Becomes a cookie in style {@code form}. */
    record CookieArgument(String argument, String parameter, boolean required, boolean explode)
            implements ArgumentBinding {}

    /** Becomes one top-level property of the body object. */
    record BodyProperty(String argument, String property, boolean required) implements ArgumentBinding {}

    /** Becomes the whole body. */
    record WholeBody(String argument, boolean required) implements ArgumentBinding {}

    /** Goes nowhere: the server itself uses it, as it does {@code next_cursor}. */
    record ServerArgument(String argument) implements ArgumentBinding {
        @Override
        public boolean required() {
            return false;
        }
    }
}
