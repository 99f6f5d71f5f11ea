package dev.toolsmith.generator.compare.schema;

import java.util.Optional;

/**
 * One place at which two schemas differ.
 *
 * @param place a JSON pointer (RFC 6901) into the values that the schemas describe, {@code *} for items of an array
 *     and for members without a name of their own; empty for the whole value
 * @param kind in what respect they differ
 * @param refuses whether the newer schema refuses values that the older one takes
 * @param takes whether the newer schema takes values that the older one refuses
 * @param before what it was, short, for people; empty when there was nothing
 * @param after what it is, short, for people; empty when there is nothing any more
 */
public record SchemaChange(String place, Kind kind, boolean refuses, boolean takes, String before, String after) {

    /** In what respect two schemas can differ at a place. */
    public enum Kind {
        /** There is a new member. */
        ADDED,
        /** A member is gone. */
        REMOVED,
        /** A member has to be there that could be left out. */
        NEWLY_REQUIRED,
        /** A member can be left out that had to be there. */
        NO_LONGER_REQUIRED,
        /** Fewer values are taken. */
        NARROWED,
        /** More values are taken. */
        WIDENED,
        /** Other values are taken: some no longer, and some new ones. */
        CHANGED
    }

    static SchemaChange ofValues(boolean refuses, boolean takes, String before, String after) {
        Kind kind = refuses && takes ? Kind.CHANGED : refuses ? Kind.NARROWED : Kind.WIDENED;
        return new SchemaChange("", kind, refuses, takes, before, after);
    }

    SchemaChange under(String name) {
        return new SchemaChange(
                "/" + name.replace("~", "~0").replace("/", "~1") + place, kind, refuses, takes, before, after);
    }

    /** What is left when the newer schema takes all old values elsewhere, or the older one took all new values. */
    Optional<SchemaChange> without(boolean refusing, boolean taking) {
        boolean stillRefuses = refuses && !refusing;
        boolean stillTakes = takes && !taking;
        if (!stillRefuses && !stillTakes) {
            return Optional.empty();
        }
        return Optional.of(
                kind == Kind.CHANGED && (!stillRefuses || !stillTakes)
                        ? ofValues(stillRefuses, stillTakes, before, after).at(place)
                        : this);
    }

    /** Whether it is but a member of an open object that is not described any more. */
    boolean isForgotten() {
        return !refuses && !takes;
    }

    /** Whether a member of the value itself came or went. */
    boolean isOfDirectMember() {
        return (kind == Kind.ADDED || kind == Kind.REMOVED) && place.lastIndexOf('/') == 0;
    }

    /** A member that came or went, with the alternative that it belongs to. */
    SchemaChange inAlternative(String alternative) {
        return new SchemaChange(place, kind, refuses, takes, among(before, alternative), among(after, alternative));
    }

    private static String among(String words, String alternative) {
        return words.isEmpty() ? words : words + " in " + alternative;
    }

    private SchemaChange at(String other) {
        return new SchemaChange(other, kind, refuses, takes, before, after);
    }

    /** Both changes of one place as one. */
    SchemaChange with(SchemaChange other) {
        boolean bothRefuse = refuses || other.refuses;
        boolean bothTake = takes || other.takes;
        Kind both = kind == other.kind ? kind : Kind.CHANGED;
        return new SchemaChange(
                place, both, bothRefuse, bothTake, joined(before, other.before), joined(after, other.after));
    }

    private static String joined(String first, String second) {
        if (first.isEmpty() || second.isEmpty() || first.equals(second) || first.contains("; " + second)) {
            return first.isEmpty() ? second : first;
        }
        return first + "; " + second;
    }
}
