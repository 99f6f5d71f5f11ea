package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A list of tools that a test writes and rewrites; an account may see other objects than are published. */
final class ListOfTools implements ToolList {

    private final Map<String, ToolDescriptor> tools = new TreeMap<>();
    private final Map<String, String> published = new TreeMap<>();
    private final Map<String, String> forAccount = new TreeMap<>();
    private final ListChanges changes = new ListChanges();
    private Optional<byte[]> meta = Optional.empty();

    ListOfTools with(String name, String kind, String tag, String description, String schema) {
        boolean reads = kind.equals("list") || kind.equals("get");
        String json = "{\"name\":\"" + name + "\",\"title\":\"T\",\"description\":\"" + description
                + "\",\"inputSchema\":" + schema
                + ",\"outputSchema\":{\"type\":\"object\"},\"annotations\":{\"readOnlyHint\":"
                + reads + "}}";
        tools.put(name, new ToolDescriptor(name, "GET", "/", kind, "custom", List.of(tag), reads, List.of(), 0, 0));
        published.put(name, json);
        return this;
    }

    ListOfTools seenByTheAccountAs(String name, String from, String to) {
        forAccount.put(name, published.getOrDefault(name, "").replace(from, to));
        return this;
    }

    ListOfTools telling(String json) {
        meta = Optional.of(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void without(String name) {
        tools.remove(name);
        published.remove(name);
        changes.changed();
    }

    @Override
    public List<ToolDescriptor> tools() {
        return List.copyOf(tools.values());
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return slice(published.getOrDefault(tool.name(), ""));
    }

    @Override
    public CompletableFuture<Listing> currentListing() {
        Map<String, String> now = new TreeMap<>(published);
        now.putAll(forAccount);
        return CompletableFuture.completedFuture(new Listing(slice(String.join(",", now.values())), meta));
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(changes);
    }

    private static ListedTool slice(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new ListedTool(bytes, 0, bytes.length);
    }
}
