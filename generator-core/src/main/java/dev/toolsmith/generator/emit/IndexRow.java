package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.Locale;

/** What a server knows of a tool before it loads the tool's class: one row of {@code index.json}. */
final class IndexRow {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private IndexRow() {}

    /**
     * A tool's row. What does not apply is left out.
     *
     * @param most what most tools of the API ask for
     * @param offset where the tool's object begins in the catalogue, in bytes
     * @param length how long it is there, in bytes
     */
    static ObjectNode of(ToolModel tool, List<List<String>> most, int offset, int length) {
        ObjectNode row = JSON.objectNode();
        row.put("name", tool.name().value());
        row.put("method", tool.httpMethod());
        row.put("path", tool.path());
        row.put("kind", tool.kind());
        row.put("class", tool.toolClass().word());
        row.set("tags", array(tool.tags()));
        row.put("tag", tool.tags().get(0));
        row.put("reads", tool.reads());
        row.set("scopes", array(tool.scopes()));
        row.put("scopesKnown", tool.scopesKnown());
        tool.scopesBy().ifPresent(scopes -> row.set("scopesBy", scopesBy(scopes)));
        tool.auth().filter(own -> !own.equals(most)).ifPresent(own -> row.set("auth", alternatives(own)));
        row.put("offset", offset);
        row.put("length", length);
        if (!tool.resultArguments().isEmpty()) {
            row.set("server", array(tool.resultArguments()));
        }
        tool.pagination().ifPresent(pagination -> row.set("pagination", pagination(pagination)));
        return row;
    }

    private static ObjectNode scopesBy(ScopesByParameter scopesBy) {
        ObjectNode byValue = JSON.objectNode();
        scopesBy.scopes().forEach((value, scopes) -> byValue.set(value, array(scopes)));
        ObjectNode object = JSON.objectNode();
        object.put("argument", scopesBy.argument());
        object.set("scopes", byValue);
        return object;
    }

    private static ObjectNode pagination(Pagination pagination) {
        ObjectNode object = JSON.objectNode();
        object.put("style", pagination.style().name().toLowerCase(Locale.ROOT));
        pagination.items().ifPresent(items -> object.put("items", items));
        pagination.limitArgument().ifPresent(limit -> object.put("limit", limit));
        pagination.positionArgument().ifPresent(position -> object.put("position", position));
        pagination.nextCursor().ifPresent(pointer -> object.put("nextCursor", pointer));
        pagination.defaultLimit().ifPresent(limit -> object.put("defaultLimit", limit));
        pagination.maxLimit().ifPresent(limit -> object.put("maxLimit", limit));
        return object;
    }

    /** Alternatives of schemes as the manifest and a row write them. */
    static ArrayNode alternatives(List<List<String>> auth) {
        ArrayNode list = JSON.arrayNode();
        auth.forEach(names -> list.add(array(names)));
        return list;
    }

    private static ArrayNode array(List<String> words) {
        ArrayNode array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
