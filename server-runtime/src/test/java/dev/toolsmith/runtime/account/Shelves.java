package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A shop of which each account has shelves of its own, and each shelf takes sizes of its own. */
class Shelves implements SchemaContributor {

    static final String ANY = "{\"type\":\"object\"}";

    static BundleTools tools() {
        return BundleTools.of(List.of(bundle()), ToolSelection.everything());
    }

    static FixtureBundle bundle() {
        return new FixtureBundle("shop")
                .with("shop_list_shelves", "list", "shelves", "", ANY, args -> ApiRequest.get("/shelves"))
                .with("shop_list_sizes", "list", "shelves", "", ANY, args -> ApiRequest.get("/sizes"))
                .with(
                        "shop_put",
                        "create",
                        "things",
                        "",
                        ANY,
                        args -> ApiRequest.post("/things").jsonBody(args.only("data")))
                .with("shop_rename_shelf", "update", "shelves", "", ANY, args -> ApiRequest.post("/shelves"));
    }

    static BundledTool tool(String name) {
        return tools().find(name).orElseThrow();
    }

    static ObjectNode put(String shelf, String... sizes) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        ObjectNode data = arguments.putObject("data").put("shelf", shelf);
        for (String size : sizes) {
            data.withArray("sizes").add(size);
        }
        return arguments;
    }

    static Fact<List<String>> shelves() {
        return new Fact<>("shelves", "shop_list_shelves", JsonNodeFactory.instance.objectNode(), Shelves::names);
    }

    static Fact<List<String>> sizes(String shelf) {
        return new Fact<>(
                "sizes/" + shelf,
                "shop_list_sizes",
                JsonNodeFactory.instance.objectNode().put("shelf", shelf),
                Shelves::names);
    }

    private static List<String> names(JsonNode answer) {
        if (!answer.path("data").isArray()) {
            throw new IllegalArgumentException("No array of names");
        }
        List<String> names = new ArrayList<>();
        answer.path("data").forEach(name -> names.add(name.asString()));
        return List.copyOf(names);
    }

    @Override
    public String app() {
        return "shop";
    }

    @Override
    public boolean concerns(BundledTool tool) {
        return tool.name().equals("shop_put") || tool.name().equals("shop_rename_shelf");
    }

    @Override
    public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
        String shelf = arguments.path("data").path("shelf").asString("");
        JsonNode sizes = arguments.path("data").path("sizes");
        CompletableFuture<Optional<List<String>>> taking =
                sizes.isMissingNode() ? CompletableFuture.completedFuture(Optional.empty()) : facts.find(sizes(shelf));
        return facts.find(shelves()).thenCombine(taking, (known, taken) -> {
            List<String> problems = new ArrayList<>(problem("shelf", shelf, known));
            sizes.forEach(size -> problems.addAll(problem("size", size.asString(), taken)));
            return new ArgumentCheck(arguments, problems);
        });
    }

    private static List<String> problem(String what, String said, Optional<List<String>> known) {
        return known.isEmpty() || known.get().contains(said)
                ? List.of()
                : List.of(what + ": \"" + said + "\" is none of " + known.get());
    }

    @Override
    public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
        return facts.find(shelves())
                .thenApply(known -> known.map(names -> Map.of("shop_put", described(tools, names)))
                        .orElse(Map.of()));
    }

    private static ObjectNode described(PublishedTools tools, List<String> names) {
        BundledTool put = tools.all().stream()
                .filter(tool -> tool.name().equals("shop_put"))
                .findFirst()
                .orElseThrow();
        return tools.listed(put).put("description", "Shelves: " + names);
    }

    @Override
    public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        boolean refused = result.isError() && result.code().equals("refused_by_api");
        boolean renamed = !result.isError() && tool.name().equals("shop_rename_shelf");
        if (renamed) {
            return Set.of("shelves", "sizes/");
        }
        return refused ? Set.of("shelves") : Set.of();
    }
}
