package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Checks calls and lists tools for a made-up workspace, so that all that this takes has been loaded. */
final class Rehearsal {

    private static final String OBJECTS = """
            [{"id":{"object_id":"00000000-0000-4000-8000-000000000001"},"api_slug":"people",
            "singular_noun":"Person","plural_noun":"People"}]""";
    private static final String LISTS = """
            [{"id":{"list_id":"00000000-0000-4000-8000-000000000002"},"api_slug":"leads","name":"Leads",
            "parent_object":["people"]}]""";
    private static final String ATTRIBUTES = """
            [{"id":{"attribute_id":"00000000-0000-4000-8000-000000000003"},"api_slug":"mood","title":"Mood","type":"select"},
            {"id":{"attribute_id":"00000000-0000-4000-8000-000000000004"},"api_slug":"note","title":"Note","type":"text"}]""";
    private static final String OPTIONS = """
            [{"id":{"option_id":"00000000-0000-4000-8000-000000000005"},"title":"Good","is_archived":false}]""";

    private static final Map<String, String> ANSWERS = Map.of(
            "list_all_attio_objects", OBJECTS,
            "list_all_attio_lists", LISTS,
            "list_all_attio_attributes", ATTRIBUTES,
            "list_all_attio_attribute_options", OPTIONS);

    private static final Map<String, String> CALLS = Map.of(
            "create_a_attio_record", """
            {"object":"people","data":{"values":{"mood":"Bad","notes":"x","note":1}}}""",
            "list_all_attio_records", """
            {"object":"people","filter":{"mood":{"$eq":"Bad"},"notes":"x"},
            "sorts":[{"attribute":"note","direction":"asc"}]}""");

    private final BundleTools tools;
    private final Account account;
    private final List<RuntimeException> faults = new ArrayList<>();

    Rehearsal(SchemaContributor workspaces, BundleTools tools) {
        this.tools = tools;
        this.account = new KnownAccounts(workspaces, key -> {}, fault -> faults.add(new IllegalStateException(fault)))
                .of("", Rehearsal::answer);
    }

    private static CompletableFuture<ToolResult> answer(String tool, ObjectNode arguments) {
        String data = ANSWERS.getOrDefault(tool, "[]");
        return CompletableFuture.completedFuture(
                ToolResult.of(("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8)));
    }

    void run() {
        calls();
        listing();
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
    }

    /** What comes of the calls whose tools are offered. */
    List<CheckedCall> calls() {
        List<CheckedCall> checked = new ArrayList<>();
        CALLS.forEach((name, arguments) -> tools.find(name)
                .ifPresent(tool -> checked.add(
                        account.check(tool, (ObjectNode) JsonTree.read(arguments.getBytes(StandardCharsets.UTF_8)))
                                .join())));
        return checked;
    }

    /** The list for the made-up workspace. */
    ToolList.Listing listing() {
        return account.listed(tools).join();
    }
}
