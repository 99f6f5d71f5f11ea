package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.Pagination;
import dev.toolsmith.runtime.bundle.Pagination.Style;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.upstream.CompactJson.ItemList;
import dev.toolsmith.runtime.upstream.request.RefusedArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** One page of a list: which arguments ask the API for it, which items of the answer belong to it, what comes after. */
final class Page {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "next_cursor";

    private final WordKey key;
    private final Pagination pagination;
    private final PagePosition position;
    private final int limit;
    private final byte[] call;
    private final ObjectNode arguments;

    private Page(
            WordKey key, Pagination pagination, PagePosition position, int limit, byte[] call, ObjectNode arguments) {
        this.key = key;
        this.pagination = pagination;
        this.position = position;
        this.limit = limit;
        this.call = call;
        this.arguments = arguments;
    }

    /**
     * The page that a call asks for; empty when the tool has no pages of ours.
     *
     * @param settings what cursors are signed with, and whose account it is where the terms name none
     * @throws RefusedArgument when {@code next_cursor} does not fit the call
     */
    static Optional<Page> of(UpstreamSettings settings, CallTerms terms, ObjectNode given) {
        BundledTool tool = terms.tool();
        Optional<Pagination> pages = tool.pagination().filter(Pagination::takesCursor);
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        Pagination pagination = pages.get();
        WordKey key = settings.key();
        byte[] call = callOf(accountOf(settings, terms), tool, pagination, given);
        PagePosition from = positionOf(key, pagination, given, call);
        int asked = limitOf(pagination, given);
        int limit = asked == 0 || (from.skip() > 0 && pagination.style() == Style.CURSOR) ? from.limit() : asked;
        return Optional.of(new Page(key, pagination, from, limit, call, forApi(pagination, given, from, limit)));
    }

    /** The arguments that the request is made of. */
    ObjectNode arguments() {
        return arguments;
    }

    Optional<String> itemsPointer() {
        return pagination.items();
    }

    Optional<String> cursorPointer() {
        return pagination.style() == Style.CURSOR ? pagination.nextCursor() : Optional.empty();
    }

    /** Whether it begins where the list does. */
    boolean isFirst() {
        return position.offset() == 0
                && position.skip() == 0
                && position.cursor().isEmpty();
    }

    /** The first item of the answer's list that belongs to the page. */
    int begin(ItemList list) {
        return Math.min(position.skip(), list.size());
    }

    /** The item after the last that belongs to the page, if all of them fit. */
    int end(ItemList list) {
        boolean ours = pagination.style() == Style.NONE || pagination.position().isEmpty();
        int asked = limit > 0 ? limit : pagination.defaultLimit().orElse(0);
        return ours && asked > 0 && asked < list.size() - begin(list) ? begin(list) + asked : list.size();
    }

    /** The cursor after a page that ends before an item; empty at the list's end. */
    Optional<String> cursorAfter(CompactJson answer, ItemList list, int end) {
        return positionAfter(answer, list, end).map(next -> next.toWord(key, call));
    }

    private Optional<PagePosition> positionAfter(CompactJson answer, ItemList list, int end) {
        boolean more = end < list.size();
        return switch (pagination.position().isEmpty() ? Style.NONE : pagination.style()) {
            case NONE -> more ? Optional.of(new PagePosition(0, end, limit, Optional.empty())) : Optional.empty();
            case OFFSET ->
                more || isFull(list.size())
                        ? Optional.of(new PagePosition(position.offset() + end, 0, limit, Optional.empty()))
                        : Optional.empty();
            case CURSOR ->
                more
                        ? Optional.of(new PagePosition(0, end, limit, position.cursor()))
                        : answer.nextCursor()
                                .filter(cursor -> !cursor.isEmpty())
                                .map(cursor -> new PagePosition(0, 0, limit, Optional.of(cursor)));
        };
    }

    private boolean isFull(int items) {
        int inForce = limit > 0 ? limit : pagination.defaultLimit().orElse(0);
        if (pagination.maxLimit().isPresent()) {
            inForce = Math.min(inForce, pagination.maxLimit().getAsInt());
        }
        return items > 0 && items >= inForce;
    }

    private static ObjectNode forApi(Pagination pagination, ObjectNode given, PagePosition from, int limit) {
        ObjectNode forApi = given.objectNode();
        forApi.setAll(given);
        forApi.remove(pagination.serverArguments());
        if (limit > 0 && pagination.limit().isPresent()) {
            forApi.set(pagination.limit().get(), IntNode.valueOf(limit));
        }
        if (pagination.position().isPresent()) {
            String argument = pagination.position().get();
            from.cursor().ifPresent(cursor -> forApi.set(argument, StringNode.valueOf(cursor)));
            if (pagination.style() == Style.OFFSET && from.offset() > 0) {
                forApi.set(argument, LongNode.valueOf(from.offset()));
            }
        }
        return forApi;
    }

    private static int limitOf(Pagination pagination, ObjectNode given) {
        @Nullable JsonNode asked = pagination.takesLimit() ? given.get(LIMIT) : null;
        if (asked == null && pagination.limit().isPresent()) {
            asked = given.get(pagination.limit().get());
        }
        return asked != null && asked.isNumber() ? (int) Math.max(0, Math.min(asked.asDouble(), Integer.MAX_VALUE)) : 0;
    }

    private static PagePosition positionOf(WordKey key, Pagination pagination, ObjectNode given, byte[] call) {
        JsonNode word = given.path(CURSOR);
        JsonNode explicit = given.path(pagination.position().orElse(CURSOR + " "));
        if (!word.isString()) {
            boolean counts = pagination.style() == Style.OFFSET && explicit.isNumber();
            return counts
                    ? new PagePosition((long) Math.max(0, explicit.asDouble()), 0, 0, Optional.empty())
                    : explicit.isString() && pagination.style() == Style.CURSOR
                            ? new PagePosition(0, 0, 0, Optional.of(explicit.asString()))
                            : PagePosition.START;
        }
        if (!explicit.isMissingNode()) {
            throw new RefusedArgument("The arguments \"" + CURSOR + "\" and \""
                    + pagination.position().orElse("") + "\" exclude each other. Send only \"" + CURSOR
                    + "\" to go on, or only the other. Nothing was sent.");
        }
        return PagePosition.ofWord(key, word.asString(), call)
                .orElseThrow(
                        () -> new RefusedArgument(
                                "The argument \"" + CURSOR + "\" does not belong to this call and its account, or is"
                                        + " from before the server was last started. Send it exactly as the last answer gave it, to"
                                        + " the same tool with the same other arguments, or leave it out to begin at the first page. Nothing was sent."));
    }

    /** What a cursor is bound to: the account, the tool, and every argument that says neither which page nor how it is shown. */
    private static byte[] callOf(String account, BundledTool tool, Pagination pagination, ObjectNode given) {
        List<String> paging = new ArrayList<>(List.of(CURSOR));
        paging.addAll(tool.resultArguments());
        if (pagination.takesLimit()) {
            paging.add(LIMIT);
        }
        pagination.limit().ifPresent(paging::add);
        pagination.position().ifPresent(paging::add);
        ObjectNode others = given.objectNode();
        others.setAll(given);
        others.remove(paging);
        return JsonTree.canonical(
                given.arrayNode().add(account).add(tool.name()).add(others));
    }

    private static String accountOf(UpstreamSettings settings, CallTerms terms) {
        ApiEndpoint endpoint = settings.endpoints().get(terms.tool().manifest().app());
        if (!terms.pagesOf().isEmpty() || endpoint == null) {
            return terms.pagesOf();
        }
        return terms.credential()
                .map(other -> endpoint.fingerprint(settings.key(), other))
                .orElseGet(() -> endpoint.fingerprint(settings.key()));
    }
}
