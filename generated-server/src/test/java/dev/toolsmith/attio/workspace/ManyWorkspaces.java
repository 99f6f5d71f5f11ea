package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.AccountReads;
import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A process that gets to know many workspaces, each with an object of 50 attributes, and then prints for each of them, the
 * first one first, whether it still knows it: {@code 0} or {@code 1}. Tells the heap that is in use on the error stream.
 */
final class ManyWorkspaces {

    static final int ATTRIBUTES = 50;
    private static final int CHOICES = 10;
    private static final int MEMBERS = 50;

    private static final AttioWorkspaces ATTIO = new AttioWorkspaces();

    private ManyWorkspaces() {}

    /** Runs it with the number of workspaces as argument. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
        BundledTool create = tools.find("create_a_attio_company").orElseThrow();
        ObjectNode arguments = (ObjectNode) JsonTree.read("""
                {"data":{"values":{"field_7":"Choice 3","field_11":"member-3@workspace.example"}}}""".getBytes(StandardCharsets.UTF_8));
        KnownAccounts accounts = new KnownAccounts(new Everything(), key -> {});
        for (int i = 0; i < count; i++) {
            Account account = accounts.of("connection " + i, new Workspace(i));
            account.listed(tools).join();
            CheckedCall check = account.check(create, arguments).join();
            if (check.refusal().isPresent() || check.gap().isPresent()) {
                throw new IllegalStateException("Workspace " + i + " is not as it should be: " + check);
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        StringBuilder known = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            Workspace workspace = new Workspace(i);
            accounts.of("connection " + i, workspace).listed(tools).join();
            known.insert(0, workspace.reads == 0 ? '1' : '0');
        }
        System.err.println(count + " workspaces: " + (used >> 20) + " MiB of heap in use");
        System.out.println(known);
    }

    /** Asks for all facts of a workspace when it lists tools. */
    private static final class Everything implements SchemaContributor {

        @Override
        public String app() {
            return ATTIO.app();
        }

        @Override
        public boolean concerns(BundledTool tool) {
            return ATTIO.concerns(tool);
        }

        @Override
        public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
            return ATTIO.check(tool, arguments, facts);
        }

        @Override
        public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
            return facts.find(WorkspaceFacts.objects())
                    .thenCompose(objects -> facts.find(WorkspaceFacts.lists()))
                    .thenCompose(lists -> facts.find(WorkspaceFacts.attributes(Kind.OBJECTS, "companies")))
                    .thenCompose(attributes -> choices(attributes.orElseThrow(), facts))
                    .thenApply(choices -> Map.of());
        }

        private static CompletableFuture<Integer> choices(List<Attribute> attributes, FactReader facts) {
            CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
            for (Attribute attribute : attributes) {
                if (attribute.type().isChoice()) {
                    sum = sum.thenCombine(
                            facts.find(WorkspaceFacts.choices(Kind.OBJECTS, "companies", attribute)),
                            (before, choices) -> before + choices.orElseThrow().size());
                }
            }
            return sum;
        }
    }

    /** Answers as Attio does; no identifier occurs in two workspaces. */
    private static final class Workspace implements AccountReads {

        private final Random random;
        private final String id;
        private int reads;

        Workspace(int number) {
            this.random = new Random(number);
            this.id = uuid();
        }

        private String uuid() {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }

        @Override
        public CompletableFuture<ToolResult> read(String tool, ObjectNode arguments) {
            reads++;
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode data = answer.putArray("data");
            switch (tool) {
                case "list_all_attio_objects" -> {
                    for (String slug : List.of("companies", "people", "deals", "users", "workspaces", "projects")) {
                        data.add(object(slug));
                    }
                }
                case "list_all_attio_lists" -> {
                    for (int i = 0; i < 4; i++) {
                        data.add(list("list_" + i));
                    }
                }
                case "list_all_attio_attributes" -> {
                    for (int i = 0; i < ATTRIBUTES; i++) {
                        data.add(attribute(i));
                    }
                }
                case "list_all_attio_workspace_members" -> {
                    for (int i = 0; i < MEMBERS; i++) {
                        data.add(member(i));
                    }
                }
                default -> {
                    for (int i = 0; i < CHOICES; i++) {
                        data.add(choice(i));
                    }
                }
            }
            return CompletableFuture.completedFuture(ToolResult.of(JsonTree.write(answer)));
        }

        private ObjectNode identified(String kind) {
            ObjectNode identified = JsonNodeFactory.instance.objectNode();
            identified.putObject("id").put("workspace_id", id).put(kind, uuid());
            return identified;
        }

        private ObjectNode object(String slug) {
            return identified("object_id")
                    .put("api_slug", slug)
                    .put("singular_noun", slug + " one")
                    .put("plural_noun", slug)
                    .put("created_at", "2025-07-18T13:49:44.710000000Z");
        }

        private ObjectNode list(String slug) {
            ObjectNode list = identified("list_id").put("api_slug", slug).put("name", "List " + slug);
            list.putArray("parent_object").add("companies");
            list.put("workspace_access", "full-access");
            list.putArray("workspace_member_access");
            list.putObject("created_by_actor").put("type", "workspace-member").put("id", uuid());
            return list.put("created_at", "2025-07-18T13:49:44.710000000Z");
        }

        private ObjectNode attribute(int number) {
            List<String> types = new ArrayList<>(List.of("text", "number", "date", "checkbox", "currency"));
            String type =
                    number == 11 ? "actor-reference" : number % 7 == 0 ? "select" : types.get(number % types.size());
            ObjectNode attribute = identified("attribute_id")
                    .put("title", "Field " + number)
                    .put("description", "What field " + number + " of this workspace is about")
                    .put("api_slug", "field_" + number)
                    .put("type", type)
                    .put("is_system_attribute", false)
                    .put("is_writable", true)
                    .put("is_required", false)
                    .put("is_unique", false)
                    .put("is_multiselect", false)
                    .put("is_default_value_enabled", false)
                    .put("is_archived", false)
                    .putNull("default_value")
                    .putNull("relationship")
                    .put("created_at", "2025-07-18T13:49:44.710000000Z");
            ObjectNode config = attribute.putObject("config");
            config.putObject("currency").putNull("default_currency_code").putNull("display_type");
            config.putObject("record_reference").putNull("allowed_object_ids");
            return attribute;
        }

        private ObjectNode choice(int number) {
            return identified("option_id").put("title", "Choice " + number).put("is_archived", false);
        }

        private ObjectNode member(int number) {
            return identified("workspace_member_id")
                    .put("first_name", "Member")
                    .put("last_name", String.valueOf(number))
                    .put("email_address", "member-" + number + "@workspace.example");
        }
    }
}
