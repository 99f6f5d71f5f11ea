package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters and sorts that Attio takes, in all their forms. */
final class RightFilters {
    /** Attributes that have rules of their own in filters. */
    private static final List<String> SPECIAL = List.of("record_id", "entry_id", "parent_record", "created_at");

    private final KnownWorkspace workspace;
    private final Draw draw;

    RightFilters(KnownWorkspace workspace, Draw draw) {
        this.workspace = workspace;
        this.draw = draw;
    }

    /** A filter, nested at most three deep. */
    ObjectNode filter(Table table) {
        return filter(table, 2);
    }

    private ObjectNode filter(Table table, int depth) {
        int kind = draw.below(depth > 0 ? 10 : 7);
        if (kind < 5) {
            return condition(table);
        }
        if (kind == 5) {
            return path(table);
        }
        if (kind == 6) {
            ObjectNode both = condition(table);
            condition(table).properties().forEach(property -> both.set(property.getKey(), property.getValue()));
            return both;
        }
        if (kind == 7) {
            return Draw.object("$not", condition(table));
        }
        ArrayNode parts = Draw.array(IntStream.range(0, draw.between(1, 3))
                .mapToObj(i -> (JsonNode) filter(table, depth - 1))
                .toList());
        return Draw.object(kind == 8 ? "$and" : "$or", parts);
    }

    /** A condition on one attribute. */
    ObjectNode condition(Table table) {
        return draw.chance(20) ? special(table) : condition(draw.pick(filterable(table)));
    }

    private ObjectNode condition(Column column) {
        Comparison implicit = Comparison.of(column.type()).get(0);
        boolean bare = Comparison.hasImplicit(column.type());
        if (bare && draw.chance(30)) {
            return Draw.object(column.slug(), operand(column, implicit, "$eq"));
        }
        if (bare && draw.chance(30)) {
            return Draw.object(column.slug(), comparisons(column, implicit));
        }
        return Draw.object(column.slug(), constraints(column));
    }

    /** What is asked of an attribute, property by property. */
    ObjectNode constraints(Column column) {
        if (column.is(Type.ACTOR_REFERENCE)) {
            KnownWorkspace.Member member = draw.pick(workspace.members());
            return Json.object()
                    .put("referenced_actor_type", "workspace-member")
                    .put("referenced_actor_id", member.id());
        }
        Comparison comparison = draw.pick(Comparison.of(column.type()));
        boolean plain = comparison.works("$eq") && draw.chance(30);
        return Draw.object(
                comparison.property(), plain ? operand(column, comparison, "$eq") : comparisons(column, comparison));
    }

    private ObjectNode comparisons(Column column, Comparison comparison) {
        ObjectNode comparisons = Json.object();
        for (String operator : draw.some(comparison.operators(), draw.chance(25) ? 2 : 1)) {
            comparisons.set(operator, operand(column, comparison, operator));
        }
        return comparisons;
    }

    /** Something that fits an operator on a property. */
    JsonNode operand(Column column, Comparison comparison, String operator) {
        if (operator.equals("$not_empty")) {
            return Draw.flag(true);
        }
        if (operator.equals("$in")) {
            return Draw.array(IntStream.range(0, draw.between(1, 3))
                    .mapToObj(i -> single(column, comparison))
                    .toList());
        }
        return single(column, comparison);
    }

    private JsonNode single(Column column, Comparison comparison) {
        return switch (comparison.operand()) {
            case TEXT -> Draw.text(draw.word());
            case NUMBER -> Draw.number(draw.between(0, 5));
            case AMOUNT -> draw.chance(50) ? Draw.number(draw.between(0, 900)) : Draw.text("12.5");
            case FLAG -> Draw.flag(draw.chance(50));
            case DATE -> Draw.text(draw.date());
            case MOMENT -> Draw.text(moment());
            case CHOICE -> {
                Column.Choice choice = draw.pick(column.choices());
                yield Draw.text(draw.chance(70) ? choice.title() : choice.id());
            }
            case OBJECT -> Draw.text(draw.pick(column.targets()));
            case RECORD -> Draw.text(record(draw.pick(column.targets())));
            case ACTOR_TYPE -> Draw.text("workspace-member");
            case MEMBER -> Draw.text(draw.pick(workspace.members()).id());
            case COUNTRY -> Draw.text(draw.pick(List.of("DE", "US", "FR")));
            case INTERACTION -> Draw.text(draw.pick(List.of("email", "meeting", "call")));
        };
    }

    private String moment() {
        return draw.date() + "T" + draw.time() + draw.pick(List.of("Z", ".000000000Z", "+02:00"));
    }

    private String record(String object) {
        return draw.pick(workspace.targets(object)).id();
    }

    private ObjectNode special(Table table) {
        int kind = draw.below(3);
        if (kind == 0) {
            return Draw.object(
                    "created_at",
                    Json.object()
                            .put(draw.pick(List.of("$gt", "$gte")), "2026-01-01T00:00:00Z")
                            .put(draw.pick(List.of("$lt", "$lte")), moment()));
        }
        if (table.list()) {
            return Draw.object(
                    "entry_id",
                    Json.object()
                            .put(
                                    "$eq",
                                    draw.pick(workspace.subjects(table.slug())).id()));
        }
        String id = record(table.slug());
        return Draw.object(
                "record_id",
                draw.chance(50)
                        ? Json.object().put("$eq", id)
                        : Draw.object("$in", Draw.array(Draw.text(id), Draw.text(record(table.slug())))));
    }

    /** The attributes that conditions may be about, but for those with rules of their own. */
    static List<Column> filterable(Table table) {
        return table.columns(column -> !SPECIAL.contains(column.slug())).toList();
    }

    /**
     * Steps through references.
     *
     * @param steps pairs of an object or list and an attribute
     * @param last the attribute of the last step
     */
    record Path(ArrayNode steps, Column last) {}

    private ObjectNode path(Table table) {
        Path path = steps(table);
        ObjectNode filter = Draw.object("path", path.steps());
        filter.set("constraints", constraints(path.last()));
        return filter;
    }

    /** A path of one to three steps. */
    Path steps(Table table) {
        ArrayNode steps = Json.array();
        Table at = table;
        int references = draw.between(table.list() ? 1 : 0, 2);
        for (int i = 0; i < references; i++) {
            List<Column> leading = new ArrayList<>(references(at));
            if (leading.isEmpty()) {
                break;
            }
            Column reference = draw.pick(leading);
            steps.add(step(at, reference));
            at = workspace.table(draw.pick(reference.targets()));
        }
        Column last = draw.pick(filterable(at));
        steps.add(step(at, last));
        return new Path(steps, last);
    }

    /** The references of a table that lead to objects of the cases. */
    List<Column> references(Table table) {
        return table.columns(column ->
                        column.is(Type.RECORD_REFERENCE) && !column.targets().isEmpty())
                .filter(column -> workspace.tables().keySet().containsAll(column.targets()))
                .toList();
    }

    JsonNode step(Table table, Column column) {
        return Draw.array(
                Draw.text(draw.chance(85) ? table.slug() : table.id()),
                Draw.text(draw.chance(85) ? column.slug() : column.id()));
    }

    /** One to three sorts. */
    ArrayNode sorts(Table table) {
        return Draw.array(IntStream.range(0, draw.between(1, 3))
                .mapToObj(i -> (JsonNode) sort(table))
                .toList());
    }

    ObjectNode sort(Table table) {
        ObjectNode sort = Json.object().put("direction", draw.chance(50) ? "asc" : "desc");
        Column column;
        if (draw.chance(30)) {
            Path path = steps(table);
            sort.set("path", path.steps());
            column = path.last();
        } else {
            column = draw.pick(
                    table.columns(each -> !each.slug().equals("parent_record")).toList());
            sort.put("attribute", column.slug());
        }
        if (!Comparison.hasImplicit(column.type()) || draw.chance(40)) {
            List<String> fields = Comparison.of(column.type()).stream()
                    .map(Comparison::property)
                    .filter(property -> !property.equals("active_from"))
                    .toList();
            sort.put("field", draw.pick(fields));
        }
        return sort;
    }
}
