package dev.toolsmith.it.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Writes of all verbs, to records and entries, by the tools of one object and the general ones. */
public final class WriteCases {
    private final KnownWorkspace workspace;
    private final long seed;
    private final Draw draws;

    private WriteCases(KnownWorkspace workspace, long seed) {
        this.workspace = workspace;
        this.seed = seed;
        this.draws = Draw.of(seed, 100_000);
    }

    /**
     * Builds the workspace and the cases.
     *
     * @param api where the workspace is built
     * @param seed of what is drawn by lot
     * @param each how many right and how many wrong ones
     */
    public static List<Case> of(Api api, long seed, int each) {
        return new WriteCases(KnownWorkspace.build(api), seed).all(each);
    }

    /** The kinds of wrong writes, by name. */
    public static List<String> kinds() {
        return WrongWrites.all().stream().map(WrongWrite::name).toList();
    }

    private List<Case> all(int each) {
        List<Case> cases = new ArrayList<>();
        List<WrongWrite> kinds = WrongWrites.all();
        for (int i = 0; i < each; i++) {
            cases.add(right(2 * i));
            cases.add(wrong(2 * i + 1, kinds.get(i % kinds.size())));
        }
        return cases;
    }

    private Case right(int number) {
        Draw draw = draws.ofCase(seed * 1_000_003 + number);
        Place place = draw.pick(places((table, op) -> true));
        return new Case(seed, number, Optional.empty(), draft(place, draw).call());
    }

    private Case wrong(int number, WrongWrite kind) {
        Draw draw = draws.ofCase(seed * 1_000_003 + number);
        List<Place> fitting = places((table, op) -> kind.fits(table, op));
        if (fitting.isEmpty()) {
            throw new IllegalStateException("Nowhere to be wrong by: " + kind.name());
        }
        Write write = draft(draw.pick(fitting), draw);
        kind.spoil(write, workspace, draw);
        return new Case(seed, number, Optional.of(kind.name()), write.call());
    }

    /** A way to write. */
    private record Place(Table table, Op op) {}

    private List<Place> places(BiPredicate<Table, Op> fitting) {
        List<Place> places = new ArrayList<>();
        for (Table table : workspace.tables().values()) {
            for (Op op : Op.values()) {
                boolean possible = op != Op.ASSERT
                        || table.list()
                        || table.columns(Column::unique).anyMatch(Column::writable);
                if (possible && fitting.test(table, op)) {
                    places.add(new Place(table, op));
                }
            }
        }
        return places;
    }

    /** A right write. */
    private Write draft(Place place, Draw draw) {
        Table table = place.table();
        Op op = place.op();
        Write write = new Write(table, op, Write.hasToolsOfItsOwn(table, op) && draw.chance(60));
        RightValues right = new RightValues(workspace, draw);
        Map<Column, JsonNode> chosen = new LinkedHashMap<>();
        if (op.ofOne()) {
            write.item(draw.pick(workspace.subjects(table.slug())).id());
        } else {
            table.columns(column -> column.required() && column.writable())
                    .forEach(column -> chosen.put(column, right.of(column)));
        }
        List<Column> free = table.columns(column -> column.writable() && !chosen.containsKey(column))
                .toList();
        for (Column column : draw.some(free, draw.between(op.ofOne() ? 1 : 0, 5))) {
            boolean clears = !column.required() && draw.chance(8);
            chosen.put(column, clears ? right.clearing() : right.of(column));
        }
        if (op == Op.ASSERT && !table.list()) {
            match(write, chosen, draw);
        }
        if (table.list() && !op.ofOne()) {
            String object = table.parent();
            write.parent(
                    draw.chance(80) ? object : workspace.table(object).id(),
                    draw.pick(op == Op.ASSERT ? workspace.subjects(object) : workspace.targets(object))
                            .id());
        }
        chosen.forEach((column, value) -> {
            write.put(column, value);
            if (draw.chance(15)) {
                write.byId(column);
            }
        });
        if (!write.isOfOneObject() && draw.chance(20)) {
            write.owner(table.id());
        }
        return write;
    }

    /** Chooses what to match by: something new, or a record that is there. */
    private void match(Write write, Map<Column, JsonNode> chosen, Draw draw) {
        Table table = write.table();
        Column matching = draw.pick(
                table.columns(column -> column.unique() && column.writable()).toList());
        write.matching(draw.chance(80) ? matching.slug() : matching.id());
        String key = draw.chance(50)
                ? RightValues.freshKey(matching, draw)
                : draw.pick(workspace.subjects(table.slug())).unique().getOrDefault(matching.slug(), "");
        JsonNode value = Draw.text(key);
        chosen.put(matching, matching.multi() || draw.chance(40) ? Draw.array(value) : value);
    }
}
