package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.Pagination.Style;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How an operation pages, as {@code x-toolsmith-pagination} says. */
record PaginationRequest(
        SourcePointer at,
        Style style,
        Optional<String> items,
        Optional<String> limit,
        Optional<String> position,
        Optional<String> nextCursor,
        OptionalInt defaultLimit,
        OptionalInt maxLimit) {

    static PaginationRequest of(Members members) {
        members.only("style", "items", "limit", "offset", "cursor", "nextCursor", "defaultLimit", "maxLimit");
        String word = members.requiredText("style");
        if (!word.isEmpty() && !Set.of("offset", "cursor", "none").contains(word)) {
            members.malformed(members.at().member("style"), "'style' must be offset, cursor or none");
            word = "none";
        }
        Style style = word.isEmpty() ? Style.NONE : Style.valueOf(word.toUpperCase(Locale.ROOT));
        return new PaginationRequest(
                members.at(),
                style,
                members.pointer("items"),
                members.text("limit"),
                positionOf(members, style),
                nextCursorOf(members, style),
                members.count("defaultLimit"),
                members.count("maxLimit"));
    }

    private static Optional<String> positionOf(Members members, Style style) {
        return switch (style) {
            case OFFSET -> Optional.of(members.requiredText("offset"));
            case CURSOR -> Optional.of(members.requiredText("cursor"));
            case NONE -> Optional.empty();
        };
    }

    private static Optional<String> nextCursorOf(Members members, Style style) {
        if (style != Style.CURSOR) {
            return Optional.empty();
        }
        Optional<String> pointer = members.pointer("nextCursor");
        if (pointer.isEmpty()) {
            members.malformed(members.at(), "Style cursor needs the member 'nextCursor'");
        }
        return pointer;
    }
}
