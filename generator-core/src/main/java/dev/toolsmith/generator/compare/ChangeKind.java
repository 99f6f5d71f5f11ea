package dev.toolsmith.generator.compare;

import java.util.Locale;

/** In what respect something changed. */
public enum ChangeKind {
    /** There is a new tool. */
    TOOL_ADDED,
    /** A tool is gone. */
    TOOL_REMOVED,
    /** A tool's operation is still there under another name, or probably is. */
    TOOL_RENAMED,
    /** There is a new argument, at the top or inside one; optional unless the level says otherwise. */
    ARGUMENT_ADDED,
    /** An argument, or a part of one, is gone. */
    ARGUMENT_REMOVED,
    /** An argument that could be left out has to be given. */
    ARGUMENT_NEWLY_REQUIRED,
    /** An argument that had to be given can be left out. */
    ARGUMENT_NO_LONGER_REQUIRED,
    /** An argument takes fewer values than before. */
    ARGUMENT_NARROWED,
    /** An argument takes more values than before. */
    ARGUMENT_WIDENED,
    /** An argument takes other values: some of the old ones no longer, some new ones. */
    ARGUMENT_CHANGED,
    /** An argument's default value is another. */
    DEFAULT_CHANGED,
    /** The request is another: its method, its path, its media type, or where an argument goes. */
    REQUEST_CHANGED,
    /** The method kind is another. */
    KIND_CHANGED,
    /** The class is another: read, write or custom. */
    CLASS_CHANGED,
    /** Whether the tool leaves everything as it was is another. */
    READS_CHANGED,
    /** The scopes that a call needs are others. */
    SCOPES_CHANGED,
    /** The tags are others. */
    TAGS_CHANGED,
    /** One of the four hints is another. */
    HINTS_CHANGED,
    /** How the tool pages is another. */
    PAGINATION_CHANGED,
    /** The JSON answer is documented otherwise. */
    ANSWER_CHANGED,
    /** A text is another. */
    TEXT_CHANGED,
    /** The listed schema, description or title is another, and no more is known of it. */
    LISTED_CHANGED,
    /** The API's base URL is another. */
    BASE_URL_CHANGED,
    /** The way in which the API takes its credential is another. */
    SECURITY_CHANGED;

    /** Whether this is about which arguments there are, or which values they take. */
    public boolean isOfArguments() {
        return switch (this) {
            case ARGUMENT_ADDED,
                    ARGUMENT_REMOVED,
                    ARGUMENT_NEWLY_REQUIRED,
                    ARGUMENT_NO_LONGER_REQUIRED,
                    ARGUMENT_NARROWED,
                    ARGUMENT_WIDENED,
                    ARGUMENT_CHANGED -> true;
            default -> false;
        };
    }

    /** The word used in output: {@code tool-added}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
