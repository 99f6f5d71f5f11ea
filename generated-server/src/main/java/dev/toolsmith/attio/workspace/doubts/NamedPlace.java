package dev.toolsmith.attio.workspace.doubts;

import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.names.Names;
import tools.jackson.databind.node.ObjectNode;

/**
 * The object or list that sent arguments name, of which it may not be known which one it is.
 *
 * @param kind which of them
 * @param name slug or UUID; empty when there is none
 */
record NamedPlace(Kind kind, String name) {

    /** What an operation's path is about. */
    static NamedPlace of(String path, ObjectNode arguments) {
        return Names.fixed(path)
                .map(place -> new NamedPlace(place.kind(), place.slug()))
                .orElseGet(() -> of(arguments, path.contains("{identifier}")));
    }

    private static NamedPlace of(ObjectNode arguments, boolean targeted) {
        String target = arguments.path("target").asString("");
        boolean list = targeted ? target.equals(Kind.LISTS.target()) : arguments.has(Kind.LISTS.noun());
        Kind kind = list ? Kind.LISTS : Kind.OBJECTS;
        return new NamedPlace(
                kind, arguments.path(targeted ? "identifier" : kind.noun()).asString(""));
    }

    private boolean isSlug() {
        return !name.isEmpty() && !FactNames.isUuid(name);
    }

    /** The facts of its attributes; for a UUID those of all. */
    String attributes() {
        return isSlug() ? FactNames.attributes(kind, name) : FactNames.allAttributes(kind);
    }

    /** The facts of all its options and statuses; for a UUID those of all. */
    String choices() {
        return isSlug() ? FactNames.allChoices(kind, name) : FactNames.allChoices(kind);
    }

    /** The facts of the options or statuses of one of its attributes; for a UUID those of all. */
    String choices(String attribute) {
        return isSlug() && !FactNames.isUuid(attribute) ? FactNames.allChoices(kind, name, attribute) : choices();
    }
}
