package dev.toolsmith.attio.view;

import dev.toolsmith.attio.workspace.WorkspaceReading;
import dev.toolsmith.runtime.account.AccountLook;
import dev.toolsmith.runtime.view.ShownAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds what a workspace calls the things of one answer: attributes and members by the workspace's facts, records by the
 * answer itself and by one read an object.
 */
final class NameSearch {

    private static final String RECORDS = "list_all_attio_records";
    private static final String MEMBERS = "list_all_attio_workspace_members";
    private static final int MOST_RECORDS = 100;

    private final ShownAnswer answer;
    private final AccountLook look;
    private final Mentioned mentioned;

    NameSearch(ShownAnswer answer, AccountLook look) {
        this.answer = answer;
        this.look = look;
        this.mentioned = Mentioned.in(answer.items());
    }

    CompletableFuture<KnownNames> names() {
        CompletableFuture<Map<String, String>> titles = WorkspaceReading.titles(
                        answer.operation(), answer.arguments(), look.facts())
                .thenApply(found -> found.orElse(Map.of()));
        CompletableFuture<Map<String, String>> members = members();
        return records()
                .thenCombine(titles, (records, known) -> new KnownNames(known, records, Map.of()))
                .thenCombine(members, (known, people) -> new KnownNames(known.titles(), known.records(), people));
    }

    private CompletableFuture<Map<String, String>> members() {
        return mentioned.members().isEmpty() || !answer.offered().test(MEMBERS)
                ? CompletableFuture.completedFuture(Map.of())
                : WorkspaceReading.members(look.facts()).thenApply(found -> found.orElse(Map.of()));
    }

    private CompletableFuture<Map<String, String>> records() {
        Map<String, String> here = namesOf(answer.items());
        CompletableFuture<Map<String, String>> all = CompletableFuture.completedFuture(here);
        for (Map.Entry<String, List<String>> wanted : wanted(here)) {
            all = all.thenCombine(read(wanted.getKey(), wanted.getValue()), NameSearch::joined);
        }
        return all;
    }

    /** What is to be read: of objects that the caller may list, those of most records first. */
    private List<Map.Entry<String, List<String>>> wanted(Map<String, String> known) {
        List<Map.Entry<String, List<String>>> wanted = new ArrayList<>();
        mentioned.records().forEach((object, ids) -> {
            Set<String> unknown = new HashSet<>(ids);
            unknown.removeAll(known.keySet());
            if (!unknown.isEmpty() && mayRead(object)) {
                wanted.add(Map.entry(
                        object, unknown.stream().sorted().limit(MOST_RECORDS).toList()));
            }
        });
        Comparator<Map.Entry<String, List<String>>> bySize =
                Comparator.comparing(entry -> -entry.getValue().size());
        return wanted.stream().sorted(bySize).limit(AccountLook.MOST_READS).toList();
    }

    private boolean mayRead(String object) {
        return answer.offered().test(RECORDS) || answer.offered().test("list_all_attio_" + object);
    }

    private CompletableFuture<Map<String, String>> read(String object, List<String> ids) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("object", object).put("limit", ids.size());
        ArrayNode in = arguments.putObject("filter").putObject("record_id").putArray("$in");
        ids.forEach(in::add);
        return look.read(RECORDS, arguments).thenApply(found -> namesOf(items(found)));
    }

    private static List<JsonNode> items(Optional<JsonNode> answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.ifPresent(found -> found.path("data").forEach(items::add));
        return items;
    }

    private static Map<String, String> namesOf(List<JsonNode> records) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode record : records) {
            JsonNode id = record.path("id").path("record_id");
            Optional<String> name = AttioView.nameOf(record);
            if (id.isString() && name.isPresent()) {
                names.put(id.stringValue(), name.get());
            }
        }
        return names;
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
