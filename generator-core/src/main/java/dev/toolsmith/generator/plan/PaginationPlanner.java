package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.Pagination.Style;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds how an operation pages: as the overlay says, else from usual names of arguments and answers. */
final class PaginationPlanner {

    private static final List<String> LIMITS = List.of(
            "limit",
            "page_size",
            "pageSize",
            "per_page",
            "perPage",
            "max_results",
            "maxResults",
            "page_limit",
            "count");
    private static final List<String> OFFSETS = List.of("offset", "skip", "start_index", "startIndex");
    private static final List<String> CURSORS = List.of(
            "cursor",
            "next_cursor",
            "page_token",
            "pageToken",
            "page_cursor",
            "pageCursor",
            "next_token",
            "nextToken",
            "continuation_token",
            "continuationToken",
            "after");

    private final List<Argument> arguments;
    private final Optional<AnswerShape> answer;

    PaginationPlanner(List<Argument> arguments, Optional<AnswerShape> answer) {
        this.arguments = arguments;
        this.answer = answer;
    }

    /** How the tool pages; nothing for one that answers no list, or is no list and whose operation has no pages. */
    Optional<Pagination> pagination(ToolDraft draft, String kind, boolean reads, Findings findings) {
        return found(draft, kind, reads, findings)
                .filter(pages -> pages.style() != Style.NONE || pages.items().isPresent() || answer.isEmpty());
    }

    private Optional<Pagination> found(ToolDraft draft, String kind, boolean reads, Findings findings) {
        Optional<PaginationRequest> requested = draft.extensions().pagination();
        if (requested.isPresent()) {
            return Optional.of(asRequested(requested.get(), findings));
        }
        boolean list = kind.equals("list");
        if (!list && !reads) {
            return Optional.empty();
        }
        Optional<Pagination> detected = detected();
        return detected.isEmpty() && list ? Optional.of(none()) : detected;
    }

    private Pagination asRequested(PaginationRequest request, Findings findings) {
        Optional<Argument> limit = request.limit().flatMap(name -> named(name, "limit", request, findings));
        Optional<Argument> position = request.position()
                .flatMap(name -> named(name, request.style() == Style.OFFSET ? "offset" : "cursor", request, findings));
        if (request.style() == Style.NONE && request.limit().isEmpty()) {
            limit = usual(List.of("limit"));
        }
        return new Pagination(
                request.style(),
                request.items(),
                limit.map(Argument::name),
                position.map(Argument::name),
                request.nextCursor(),
                or(request.defaultLimit(), number(limit, "default")),
                or(request.maxLimit(), number(limit, "maximum")));
    }

    private Optional<Argument> named(String name, String member, PaginationRequest request, Findings findings) {
        Optional<Argument> found = arguments.stream()
                .filter(Argument::canPage)
                .filter(argument -> argument.wireName().equals(name))
                .findFirst();
        if (found.isEmpty() && !name.isEmpty()) {
            findings.reject(
                    "unknown-pagination-argument",
                    request.at().member(member),
                    "The operation has no query parameter and no property of the body '"
                            + PlainText.cut(PlainText.of(name), 80) + "'",
                    "Name one that it has, or use style none.");
        }
        return found;
    }

    private Optional<Pagination> detected() {
        Optional<Argument> limit = usual(LIMITS);
        Optional<Argument> offset = usual(OFFSETS);
        Optional<Argument> cursor = usual(CURSORS);
        Optional<String> items = answer.flatMap(AnswerShape::items);
        Optional<String> next = cursor.flatMap(argument -> answer).flatMap(AnswerShape::nextCursor);
        if (next.isPresent()) {
            return Optional.of(paged(Style.CURSOR, items, limit, cursor, next));
        }
        if (offset.isPresent() && limit.isPresent()) {
            return Optional.of(paged(Style.OFFSET, items, limit, offset, Optional.empty()));
        }
        return Optional.empty();
    }

    private static Pagination paged(
            Style style,
            Optional<String> items,
            Optional<Argument> limit,
            Optional<Argument> position,
            Optional<String> next) {
        return new Pagination(
                style,
                items,
                limit.map(Argument::name),
                position.map(Argument::name),
                next,
                number(limit, "default"),
                number(limit, "maximum"));
    }

    private Pagination none() {
        return paged(
                Style.NONE,
                answer.flatMap(AnswerShape::items),
                usual(List.of("limit")),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<Argument> usual(List<String> names) {
        return names.stream()
                .flatMap(name -> arguments.stream()
                        .filter(Argument::canPage)
                        .filter(argument -> argument.wireName().equals(name)))
                .findFirst();
    }

    private static OptionalInt number(Optional<Argument> argument, String keyword) {
        JsonNode value = argument.map(each -> each.schema().path(keyword)).orElse(null);
        return value != null && value.isNumber() && value.canConvertToInt() && value.intValue() > 0
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    private static OptionalInt or(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }
}
