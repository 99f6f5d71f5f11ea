package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** One row of {@code index.json} while it is read. */
final class IndexRow {

    private String name = "";
    private String method = "";
    private String path = "";
    private String kind = "";
    private String toolClass = "";
    private String tag = "";
    private List<String> tags = List.of();
    private List<String> scopes = List.of();
    private boolean reads;
    private boolean scopesKnown = true;
    private int offset = -1;
    private int length;
    private Optional<ScopesByArgument> scopesBy = Optional.empty();
    private Optional<Pagination> pagination = Optional.empty();
    private @Nullable List<List<String>> auth;
    private List<String> server = List.of();

    private IndexRow() {}

    static IndexRow read(JsonParser parser) {
        IndexRow row = new IndexRow();
        while (JsonMembers.next(parser)) {
            if (parser.currentToken().isStructStart()) {
                row.setStructure(parser);
            } else {
                row.setScalar(parser);
            }
        }
        return row;
    }

    BundledTool toTool(ToolBundle bundle, BundleManifest manifest) {
        if (name.isEmpty() || method.isEmpty() || tags.isEmpty()) {
            throw new ToolConfigurationException("The index of the bundle \"" + manifest.app()
                    + "\" has a row without name, method or tags. Generate it again.");
        }
        String listedUnder = tag.isEmpty() ? tags.get(0) : tag;
        ToolDescriptor descriptor = new ToolDescriptor(
                name, method, path, kind, toolClass, tags, listedUnder, reads, scopes, offset, length);
        List<List<String>> own = auth;
        return new BundledTool(
                descriptor,
                scopesKnown,
                scopesBy,
                pagination,
                own == null ? manifest.auth() : own,
                server,
                bundle,
                manifest);
    }

    private void setScalar(JsonParser parser) {
        switch (parser.currentName()) {
            case "name" -> name = JsonMembers.text(parser);
            case "method" -> method = JsonMembers.text(parser);
            case "path" -> path = JsonMembers.text(parser);
            case "kind" -> kind = JsonMembers.text(parser);
            case "class" -> toolClass = JsonMembers.text(parser);
            case "tag" -> tag = JsonMembers.text(parser);
            case "reads" -> reads = parser.getBooleanValue();
            case "scopesKnown" -> scopesKnown = parser.getBooleanValue();
            case "offset" -> offset = parser.getIntValue();
            case "length" -> length = parser.getIntValue();
            default -> parser.skipChildren();
        }
    }

    private void setStructure(JsonParser parser) {
        switch (parser.currentName()) {
            case "tags" -> tags = JsonMembers.texts(parser);
            case "scopes" -> scopes = JsonMembers.texts(parser);
            case "server" -> server = JsonMembers.texts(parser);
            case "auth" -> auth = JsonMembers.textLists(parser);
            case "scopesBy" -> scopesBy = Optional.of(scopesBy(parser));
            case "pagination" -> pagination = Optional.of(PaginationRow.read(parser));
            default -> parser.skipChildren();
        }
    }

    private static ScopesByArgument scopesBy(JsonParser parser) {
        String argument = "";
        Map<String, List<String>> scopes = new TreeMap<>();
        while (JsonMembers.next(parser)) {
            if (parser.currentName().equals("argument")) {
                argument = JsonMembers.text(parser);
            } else if (parser.currentName().equals("scopes")) {
                while (JsonMembers.next(parser)) {
                    String value = parser.currentName();
                    scopes.put(value, JsonMembers.texts(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        return new ScopesByArgument(argument, scopes);
    }
}
