package dev.toolsmith.runtime.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The {@code pagination} object of an index row while it is read. */
final class PaginationRow {

    private Pagination.Style style = Pagination.Style.NONE;
    private Optional<String> items = Optional.empty();
    private Optional<String> limit = Optional.empty();
    private Optional<String> position = Optional.empty();
    private Optional<String> nextCursor = Optional.empty();
    private OptionalInt defaultLimit = OptionalInt.empty();
    private OptionalInt maxLimit = OptionalInt.empty();
    private @Nullable List<String> serverArguments;

    private PaginationRow() {}

    static Pagination read(JsonParser parser) {
        PaginationRow row = new PaginationRow();
        while (JsonMembers.next(parser)) {
            row.set(parser);
        }
        return row.toPagination();
    }

    private void set(JsonParser parser) {
        switch (parser.currentName()) {
            case "style" -> style = styleOf(JsonMembers.text(parser));
            case "items" -> items = Optional.of(JsonMembers.text(parser));
            case "limit" -> limit = Optional.of(JsonMembers.text(parser));
            case "position" -> position = Optional.of(JsonMembers.text(parser));
            case "nextCursor" -> nextCursor = Optional.of(JsonMembers.text(parser));
            case "defaultLimit" -> defaultLimit = OptionalInt.of(parser.getIntValue());
            case "maxLimit" -> maxLimit = OptionalInt.of(parser.getIntValue());
            case "server" -> serverArguments = JsonMembers.texts(parser);
            default -> parser.skipChildren();
        }
    }

    private Pagination toPagination() {
        List<String> server = serverArguments;
        if (server == null) {
            server = new ArrayList<>(2);
            addUnlessOfTheApi("limit", limit, server);
            addUnlessOfTheApi("next_cursor", position, server);
        }
        return new Pagination(style, items, limit, position, nextCursor, defaultLimit, maxLimit, server);
    }

    private static void addUnlessOfTheApi(String name, Optional<String> ofTheApi, List<String> server) {
        if (!ofTheApi.orElse("").equals(name)) {
            server.add(name);
        }
    }

    private static Pagination.Style styleOf(String style) {
        return switch (style) {
            case "offset" -> Pagination.Style.OFFSET;
            case "cursor" -> Pagination.Style.CURSOR;
            case "none" -> Pagination.Style.NONE;
            default ->
                throw new ToolConfigurationException("The index of a bundle has the unknown pagination style \"" + style
                        + "\". Generate it with the plugin of this server's version.");
        };
    }
}
