package dev.toolsmith.attio.workspace.facts;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;

/**
 * The object or list that a call is about.
 *
 * @param kind which of them
 * @param slug its slug
 */
public record Place(Kind kind, String slug) {

    /** Such as {@code object deals} or {@code list enterprise_sales}. */
    @Override
    public String toString() {
        return kind.noun() + " " + slug;
    }
}
