package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Queries of records and entries, by the tools of one object and the general ones. */
public final class FilterCases {
    private static final List<String> OWN_TOOLS = List.of("companies", "people", "deals", "users", "workspaces");

    private final KnownWorkspace workspace;
    private final long seed;
    private final Draw draws;

    private FilterCases(KnownWorkspace workspace, long seed) {
        this.workspace = workspace;
        this.seed = seed;
        this.draws = Draw.of(seed, 0);
    }

    /**
     * Builds the workspace and the cases.
     *
     * @param api where the workspace is built
     * @param seed of what is drawn by lot
     * @param each how many right and how many wrong ones
     */
    public static List<Case> of(Api api, long seed, int each) {
        return new FilterCases(KnownWorkspace.build(api), seed).all(each);
    }

    /** The kinds of wrong queries, by name. */
    public static List<String> kinds() {
        return WrongFilters.all().stream().map(WrongFilter::name).toList();
    }

    private List<Case> all(int each) {
        List<Case> cases = new ArrayList<>();
        List<WrongFilter> kinds = WrongFilters.all();
        for (int i = 0; i < each; i++) {
            cases.add(right(2 * i));
            cases.add(wrong(2 * i + 1, kinds.get(i % kinds.size())));
        }
        return cases;
    }

    private Case right(int number) {
        Draw draw = draws.ofCase(seed * 1_000_003 + number);
        RightFilters right = new RightFilters(workspace, draw);
        Table table = draw.pick(List.copyOf(workspace.tables().values()));
        ObjectNode body = Json.object();
        int kind = draw.below(10);
        if (kind < 8) {
            body.set("filter", right.filter(table));
        }
        if (kind > 5) {
            body.set("sorts", right.sorts(table));
        }
        return new Case(seed, number, Optional.empty(), call(table, body, draw));
    }

    private Case wrong(int number, WrongFilter kind) {
        Draw draw = draws.ofCase(seed * 1_000_003 + number);
        WrongFilter.Means means = new WrongFilter.Means(workspace, draw);
        List<Table> fitting = workspace.tables().values().stream()
                .filter(table -> kind.place().test(table, workspace))
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException("Nowhere to be wrong by: " + kind.name());
        }
        Table table = draw.pick(fitting);
        ObjectNode body = Json.object();
        ObjectNode spoilt = kind.maker().make(table, means);
        if (kind.ofSort()) {
            ArrayNode sorts = Json.array();
            if (draw.chance(40)) {
                sorts.add(means.right().sort(table));
            }
            body.set("sorts", sorts.add(spoilt));
            if (draw.chance(30)) {
                body.set("filter", means.right().filter(table));
            }
        } else {
            body.set("filter", placed(spoilt, table, means));
        }
        return new Case(seed, number, Optional.of(kind.name()), call(table, body, draw));
    }

    /** A wrong condition stands alone, beside right ones, or one of several. */
    private static ObjectNode placed(ObjectNode wrong, Table table, WrongFilter.Means means) {
        RightFilters right = means.right();
        Draw draw = means.draw();
        return draw.either(
                () -> wrong,
                () -> wrong,
                () -> Draw.object("$and", Draw.array(right.filter(table), wrong)),
                () -> Draw.object("$or", Draw.array(wrong, right.condition(table))),
                () -> Draw.object("$and", Draw.array(Draw.object("$or", Draw.array(wrong)))));
    }

    private static Case.Call call(Table table, ObjectNode body, Draw draw) {
        body.put("limit", draw.between(1, 20));
        if (draw.chance(20)) {
            body.put("offset", draw.below(3));
        }
        String owner = draw.chance(85) ? table.slug() : table.id();
        String target =
                "/v2/" + (table.list() ? "lists/" + owner + "/entries" : "objects/" + owner + "/records") + "/query";
        ObjectNode arguments = body.deepCopy();
        if (OWN_TOOLS.contains(table.slug()) && draw.chance(60)) {
            return new Case.Call("list_all_attio_" + table.slug(), arguments, "POST", target, body);
        }
        arguments.put(table.list() ? "list" : "object", owner);
        String tool = table.list() ? "list_all_attio_entries" : "list_all_attio_records";
        return new Case.Call(tool, arguments, "POST", target, body);
    }
}
