package dev.toolsmith.generator.tool;

import java.util.Locale;

/** What a server's method filter calls a tool: list and get read, create, update and delete write, all else is custom. */
public enum ToolClass {
    READ,
    WRITE,
    CUSTOM;

    /** The class of a method kind. */
    public static ToolClass ofKind(String kind) {
        return switch (kind) {
            case "list", "get" -> READ;
            case "create", "update", "delete" -> WRITE;
            default -> CUSTOM;
        };
    }

    /** The word used in configuration and output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
