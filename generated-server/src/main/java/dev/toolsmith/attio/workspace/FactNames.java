package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.Owner.Kind;
import java.util.regex.Pattern;

/** How the facts of a workspace are named. A name that ends with a slash stands for all that begin with it. */
final class FactNames {

    /** The fact of the workspace's members. */
    static final String MEMBERS = "members";

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private FactNames() {}

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static String owners(Kind kind) {
        return kind.target();
    }

    static String attributes(Kind kind, String slug) {
        return allAttributes(kind) + slug + "/";
    }

    static String allAttributes(Kind kind) {
        return "attributes/" + kind.target() + "/";
    }

    /** With the UUID, as another attribute may take the slug. */
    static String choices(Kind kind, String owner, Attribute attribute) {
        return allChoices(kind, owner, attribute.slug()) + attribute.id();
    }

    static String allChoices(Kind kind, String owner, String attribute) {
        return allChoices(kind, owner) + attribute + "/";
    }

    static String allChoices(Kind kind, String owner) {
        return allChoices(kind) + owner + "/";
    }

    static String allChoices(Kind kind) {
        return "choices/" + kind.target() + "/";
    }
}
