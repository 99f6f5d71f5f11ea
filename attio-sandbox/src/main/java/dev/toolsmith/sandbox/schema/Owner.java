package dev.toolsmith.sandbox.schema;

/** What attributes belong to: an object or a list. */
public sealed interface Owner permits ObjectType, ListType {
    /** The UUID. */
    String id();

    /** The slug. */
    String slug();

    /** {@code objects} or {@code lists}, as in paths. */
    String target();
}
