package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A workspace of which a test says what Attio answers, with what was read of it. */
public final class KnownWorkspace {

    public static final BundleTools TOOLS = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());

    private final Map<String, String> answers = new TreeMap<>();
    private final List<String> reads = new ArrayList<>();
    private final Account account =
            new KnownAccounts(new AttioWorkspaces(), key -> {}).of("one", (tool, arguments) -> read(tool, arguments));

    /** A UUID that is easy to tell from others. */
    public static String uuid(int number) {
        return "abcdef00-0000-4000-8000-%012d".formatted(number);
    }

    public static String object(int number, String slug, String plural, String singular) {
        return "{\"id\": {\"object_id\": \"%s\"}, \"api_slug\": \"%s\", \"plural_noun\": \"%s\", \"singular_noun\": \"%s\"}"
                .formatted(uuid(number), slug, plural, singular);
    }

    public static String list(int number, String slug, String name, String parent) {
        return "{\"id\": {\"list_id\": \"%s\"}, \"api_slug\": \"%s\", \"name\": \"%s\", \"parent_object\": [\"%s\"]}"
                .formatted(uuid(number), slug, name, parent);
    }

    public static String attribute(int number, String slug, String title, String type, String more) {
        return "{\"id\": {\"attribute_id\": \"%s\"}, \"api_slug\": \"%s\", \"title\": \"%s\", \"type\": \"%s\"%s}"
                .formatted(uuid(number), slug, title, type, more);
    }

    public static String choice(String kind, int number, String title, boolean archived) {
        return "{\"id\": {\"%s_id\": \"%s\"}, \"title\": \"%s\", \"is_archived\": %s}"
                .formatted(kind, uuid(number), title, archived);
    }

    public KnownWorkspace with(String read, String... data) {
        answers.put(read, "{\"data\": [" + String.join(",", data) + "]}");
        return this;
    }

    private CompletableFuture<ToolResult> read(String tool, ObjectNode arguments) {
        List<String> words = new ArrayList<>(List.of(tool.replace("list_all_attio_", "")));
        for (String name : List.of("target", "identifier", "attribute")) {
            if (arguments.has(name)) {
                words.add(
                        name.equals("attribute")
                                ? slug(arguments)
                                : arguments.path(name).asString());
            }
        }
        if (arguments.has("offset")) {
            words.add(arguments.path("offset").asString());
        }
        String read = String.join(" ", words);
        reads.add(read);
        String answer = answers.get(read);
        return CompletableFuture.completedFuture(
                answer == null
                        ? ToolResult.failure("not_found", "No " + read, Optional.empty(), Optional.empty())
                        : ToolResult.of(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** The slug that the attribute with a UUID has in what the test says. */
    private String slug(ObjectNode arguments) {
        String said = arguments.path("attribute").asString();
        String attributes = "attributes " + arguments.path("target").asString() + " "
                + arguments.path("identifier").asString();
        JsonNode all = json(answers.getOrDefault(attributes, "{}")).path("data");
        return all.valueStream()
                .filter(attribute ->
                        attribute.path("id").path("attribute_id").asString("").equals(said))
                .map(attribute -> attribute.path("api_slug").asString())
                .findFirst()
                .orElse(said);
    }

    /** The reads so far, such as {@code attributes objects deals}. */
    public List<String> reads() {
        return reads;
    }

    public static BundledTool tool(String name) {
        return TOOLS.find(name).orElseThrow();
    }

    public static ObjectNode json(String text) {
        return (ObjectNode) JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    public Account account() {
        return account;
    }

    public CheckedCall check(String tool, String arguments) throws Exception {
        if (!account.concerns(tool(tool))) {
            throw new IllegalArgumentException("The workspace is no matter of " + tool);
        }
        return account.check(tool(tool), json(arguments)).get(1, TimeUnit.MINUTES);
    }

    /** The listed tools by name. */
    public ObjectNode listed() throws Exception {
        ToolList.ListedTool tools =
                account.listed(TOOLS).get(1, TimeUnit.MINUTES).tools();
        ObjectNode byName = JsonNodeFactory.instance.objectNode();
        JsonNode all = JsonTree.read(
                ("[" + new String(tools.bytes(), tools.offset(), tools.length(), StandardCharsets.UTF_8) + "]")
                        .getBytes(StandardCharsets.UTF_8));
        all.forEach(tool -> byName.set(tool.path("name").asString(), tool));
        return byName;
    }

    /** A tool as it is listed without a workspace. */
    public static JsonNode published(String name) {
        ToolList.ListedTool tool = TOOLS.listed(tool(name).descriptor());
        return JsonTree.read(Arrays.copyOfRange(tool.bytes(), tool.offset(), tool.offset() + tool.length()));
    }
}
