package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import java.util.List;
import java.util.Optional;

/**
 * All that decides which values an attribute takes. Attributes of the same shape have the same schema, in every workspace.
 *
 * @param type the type
 * @param multi whether it holds several values
 * @param clearable whether it may be left without a value
 * @param named what a choice or a member may be called; empty for other types, and when it is not known
 * @param targets the objects that it may refer to; empty for other types, and when they are not known
 * @param oneTarget whether it refers to records of only one object
 */
record ValueShape(
        AttributeType type,
        boolean multi,
        boolean clearable,
        Optional<Named> named,
        Optional<List<Target>> targets,
        boolean oneTarget) {

    /**
     * What values may be called.
     *
     * @param names the titles of options or statuses, the e-mail addresses of members
     * @param ids the UUIDs
     */
    record Named(List<String> names, List<String> ids) {
        Named {
            names = List.copyOf(names);
            ids = List.copyOf(ids);
        }
    }

    /**
     * An object that may be referred to.
     *
     * @param slug its slug
     * @param id its UUID
     * @param uniques its unique attributes; empty when they are not known
     */
    record Target(String slug, String id, Optional<List<Unique>> uniques) {
        Target {
            uniques = uniques.map(List::copyOf);
        }

        /** Whether a text is its slug or UUID. */
        boolean isCalled(String said) {
            return slug.equals(said) || id.equalsIgnoreCase(said);
        }
    }

    /** An attribute of which a value occurs only once, so that it can name a record. */
    record Unique(String slug, String id, AttributeType type) {

        /** Whether a text is its slug or UUID. */
        boolean isCalled(String said) {
            return slug.equals(said) || id.equalsIgnoreCase(said);
        }
    }

    ValueShape {
        targets = targets.map(List::copyOf);
    }

    /** An attribute of one value of which no more is known than its type. */
    static ValueShape plain(AttributeType type) {
        return new ValueShape(type, false, true, Optional.empty(), Optional.empty(), false);
    }

    /** What a bare string means where records of one standard object are referred to. */
    Optional<AttributeType> usualKey() {
        return !oneTarget || targets.isEmpty()
                ? Optional.empty()
                : switch (targets.get().get(0).slug()) {
                    case "companies" -> Optional.of(AttributeType.DOMAIN);
                    case "people" -> Optional.of(AttributeType.EMAIL_ADDRESS);
                    case "users", "workspaces" -> Optional.of(AttributeType.TEXT);
                    default -> Optional.empty();
                };
    }

    /** The same without all that is of a workspace. */
    ValueShape form() {
        return new ValueShape(type, multi, clearable, Optional.empty(), Optional.empty(), oneTarget);
    }
}
