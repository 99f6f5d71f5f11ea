package dev.toolsmith.attio.workspace.facts;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import java.util.regex.Pattern;

/** How the facts of a workspace are named. A name that ends with a slash stands for all that begin with it. */
public final class FactNames {

    /** The fact of the workspace's members. */
    public static final String MEMBERS = "members";

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private FactNames() {}

    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    public static String owners(Kind kind) {
        return kind.target();
    }

    public static String attributes(Kind kind, String slug) {
        return allAttributes(kind) + slug + "/";
    }

    public static String allAttributes(Kind kind) {
        return "attributes/" + kind.target() + "/";
    }

    /** With the UUID, as another attribute may take the slug. */
    static String choices(Kind kind, String owner, Attribute attribute) {
        return allChoices(kind, owner, attribute.slug()) + attribute.id();
    }

    public static String allChoices(Kind kind, String owner, String attribute) {
        return allChoices(kind, owner) + attribute + "/";
    }

    public static String allChoices(Kind kind, String owner) {
        return allChoices(kind) + owner + "/";
    }

    public static String allChoices(Kind kind) {
        return "choices/" + kind.target() + "/";
    }
}
