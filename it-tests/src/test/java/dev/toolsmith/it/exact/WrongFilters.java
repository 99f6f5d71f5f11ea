package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways for filters and sorts to be wrong. */
final class WrongFilters {
    private final List<WrongFilter> kinds = new ArrayList<>();

    private WrongFilters() {}

    static List<WrongFilter> all() {
        WrongFilters filters = new WrongFilters();
        filters.names();
        filters.logic();
        filters.operators();
        filters.properties();
        filters.operands();
        filters.paths();
        filters.sorts();
        return List.copyOf(filters.kinds);
    }

    private void filter(String name, WrongFilter.Maker maker) {
        kinds.add(new WrongFilter(name, false, (table, workspace) -> true, maker));
    }

    private void column(
            String name, Predicate<Column> columns, BiFunction<Column, WrongFilter.Means, JsonNode> constraint) {
        kinds.add(new WrongFilter(
                name,
                false,
                (table, workspace) -> RightFilters.filterable(table).stream().anyMatch(columns),
                (table, means) -> {
                    Column column = means.draw()
                            .pick(RightFilters.filterable(table).stream()
                                    .filter(columns)
                                    .toList());
                    return Draw.object(column.slug(), constraint.apply(column, means));
                }));
    }

    private static Predicate<Column> of(Type... types) {
        return column -> column.is(types);
    }

    private void names() {
        filter(
                "an attribute that does not exist",
                (table, means) -> Draw.object(means.draw().pick(table.columns()).slug() + "_x", Draw.text("x")));
        kinds.add(new WrongFilter("an attribute by its title", false, (table, workspace) -> true, (table, means) -> {
            List<Column> titled = table.columns(
                            column -> table.find(column.title()).isEmpty())
                    .toList();
            return Draw.object(means.draw().pick(titled).title(), Draw.object("$not_empty", Draw.flag(true)));
        }));
        filter("an attribute of another object or list", (table, means) -> {
            List<String> others = means.workspace().tables().values().stream()
                    .flatMap(other -> other.columns().stream())
                    .map(Column::slug)
                    .filter(slug -> table.find(slug).isEmpty())
                    .toList();
            return Draw.object(means.draw().pick(others), Draw.text("x"));
        });
    }

    private void logic() {
        for (String inner : List.of("$or", "$and", "$not")) {
            filter("$not around " + inner, (table, means) -> {
                ObjectNode condition = means.right().condition(table);
                return Draw.object(
                        "$not", Draw.object(inner, inner.equals("$not") ? condition : Draw.array(condition)));
            });
        }
        for (String outer : List.of("$and", "$or")) {
            filter(
                    outer + " with an object",
                    (table, means) -> Draw.object(outer, means.right().condition(table)));
        }
        filter(
                "a logical word that there is none of",
                (table, means) -> Draw.object("$nor", Draw.array(means.right().condition(table))));
    }

    private void operators() {
        for (String unknown : List.of("$neq", "$exists", "$regex", "eq")) {
            column("the operator " + unknown, column -> Comparison.hasImplicit(column.type()), (column, means) -> {
                Comparison implicit = Comparison.of(column.type()).get(0);
                return unknown.equals("eq")
                        ? Draw.object(
                                implicit.property(),
                                Draw.object(unknown, means.right().operand(column, implicit, "$eq")))
                        : Draw.object(unknown, means.right().operand(column, implicit, "$eq"));
            });
        }
        for (String operator : Comparison.OPERATORS) {
            if (!operator.equals("$eq")) {
                column(operator + " where it does not work", column -> lacks(column, operator), (column, means) -> {
                    Comparison comparison = means.draw()
                            .pick(Comparison.of(column.type()).stream()
                                    .filter(each -> each.isKnownNotToWork(operator))
                                    .toList());
                    return Draw.object(
                            comparison.property(),
                            Draw.object(operator, means.right().operand(column, comparison, operator)));
                });
            }
        }
        operator("$in", Type.STATUS);
        operator("$contains", Type.STATUS);
        operator("$contains", Type.SELECT);
        operator("$gt", Type.TEXT);
        operator("$contains", Type.NUMBER);
        operator("$in", Type.CURRENCY);
        operator("$contains", Type.DATE);
        operator("$in", Type.CHECKBOX);
        operator("$not_empty", Type.EMAIL_ADDRESS);
        operator("$starts_with", Type.TIMESTAMP);
    }

    private static boolean lacks(Column column, String operator) {
        return Comparison.of(column.type()).stream().anyMatch(each -> each.isKnownNotToWork(operator));
    }

    /** An operator without a property. */
    private void operator(String operator, Type type) {
        column(
                operator + " on a " + type.wireName(),
                of(type),
                (column, means) -> Draw.object(
                        operator,
                        means.right().operand(column, Comparison.of(type).get(0), operator)));
    }

    private void properties() {
        Set<String> everywhere = Set.of("title", "id", "name");
        column(
                "a property that the type does not have",
                column -> true,
                (column, means) ->
                        Draw.object(means.draw().pick(List.copyOf(everywhere)), Draw.object("$eq", Draw.text("x"))));
        column("a property of another type", column -> true, (column, means) -> {
            List<String> own = Comparison.of(column.type()).stream()
                    .map(Comparison::property)
                    .toList();
            List<String> others =
                    List.of("value", "option", "currency_value", "domain", "full_name", "target_object").stream()
                            .filter(property -> !own.contains(property))
                            .toList();
            return Draw.object(means.draw().pick(others), Draw.text("x"));
        });
        column(
                "the latitude of a location",
                of(Type.LOCATION),
                (column, means) -> Draw.object(
                        means.draw().pick(List.of("latitude", "longitude")), Draw.object("$eq", Draw.text("52.5"))));
        column(
                "a telephone number as it was written",
                of(Type.PHONE_NUMBER),
                (column, means) -> Draw.object("original_phone_number", Draw.object("$eq", Draw.text("+15558675309"))));
        column(
                "the currency of an amount",
                of(Type.CURRENCY),
                (column, means) -> Draw.object("currency_code", Draw.text("EUR")));
    }

    private void operands() {
        column("$in without an array", of(Type.TEXT, Type.SELECT), (column, means) -> {
            Comparison implicit = Comparison.of(column.type()).get(0);
            return Draw.object("$in", means.right().operand(column, implicit, "$eq"));
        });
        column(
                "$not_empty with a text",
                of(Type.DOMAIN, Type.PERSONAL_NAME),
                (column, means) -> Draw.object("$not_empty", Draw.text("yes")));
        operand("a word to compare a number with", Draw.text("many"), Type.NUMBER, Type.RATING);
        operand("a word to compare an amount with", Draw.text("€ 5"), Type.CURRENCY);
        operand("a word to compare a checkbox with", Draw.text("checked"), Type.CHECKBOX);
        operand("a word to compare a date with", Draw.text("last week"), Type.DATE);
        operand("a day to compare a timestamp with", Draw.text("2026-01-31"), Type.TIMESTAMP);
        operand("an array to compare with", Draw.array(Draw.text("a"), Draw.text("b")), Type.TEXT, Type.DOMAIN);
        operand("null to compare a date with", Draw.nothing(), Type.DATE, Type.TIMESTAMP);
    }

    private void operand(String name, JsonNode operand, Type... types) {
        column(name, of(types), (column, means) -> {
            List<String> operators = Comparison.of(column.type()).get(0).operators().stream()
                    .filter(operator -> !Set.of("$in", "$not_empty").contains(operator))
                    .toList();
            return Draw.object(means.draw().pick(operators), operand);
        });
    }

    private void paths() {
        path("a path that begins elsewhere", table -> true, (table, means) -> {
            Table other = other(table, means);
            return Draw.array(means.right().step(other, means.draw().pick(RightFilters.filterable(other))));
        });
        path(
                "a path to an attribute that does not exist",
                table -> true,
                (table, means) -> Draw.array(Draw.array(Draw.text(table.slug()), Draw.text("no_such_attribute"))));
        path("a path through an attribute that refers to nothing", table -> true, (table, means) -> {
            Column plain = means.draw()
                    .pick(RightFilters.filterable(table).stream()
                            .filter(column -> !column.is(Type.RECORD_REFERENCE))
                            .toList());
            Table other = other(table, means);
            return Draw.array(
                    means.right().step(table, plain),
                    means.right().step(other, means.draw().pick(RightFilters.filterable(other))));
        });
        path("a path to an object that the reference does not lead to", WrongFilters::refers, (table, means) -> {
            Column reference = means.draw().pick(means.right().references(table));
            Table other = means.draw()
                    .pick(means.workspace().objects().stream()
                            .filter(each -> !reference.targets().contains(each.slug()))
                            .toList());
            return Draw.array(
                    means.right().step(table, reference),
                    means.right().step(other, means.draw().pick(RightFilters.filterable(other))));
        });
        path(
                "a path to an object that does not exist",
                WrongFilters::refers,
                (table, means) -> Draw.array(
                        means.right()
                                .step(table, means.draw().pick(means.right().references(table))),
                        Draw.array(Draw.text("submarines"), Draw.text("name"))));
        path("a path to an attribute that the other object does not have", WrongFilters::refers, (table, means) -> {
            Column reference = means.draw().pick(means.right().references(table));
            return Draw.array(
                    means.right().step(table, reference),
                    Draw.array(Draw.text(reference.targets().get(0)), Draw.text("no_such_attribute")));
        });
        path(
                "a step that is no pair",
                table -> true,
                (table, means) -> Draw.array(Draw.array(Draw.text(table.slug()))));
        path("a path without steps", table -> true, (table, means) -> Json.array());
        filter(
                "a path without constraints",
                (table, means) -> Draw.object("path", means.right().steps(table).steps()));
        filter("an operator at the end of a path where it does not work", (table, means) -> {
            ObjectNode filter =
                    Draw.object("path", Draw.array(Draw.array(Draw.text(table.slug()), Draw.text("created_at"))));
            filter.set("constraints", Draw.object("value", Draw.object("$contains", Draw.text("2026"))));
            return filter;
        });
        filter("a property at the end of a path that its type does not have", (table, means) -> {
            RightFilters.Path path = means.right().steps(table);
            ObjectNode filter = Draw.object("path", path.steps());
            filter.set("constraints", Draw.object("no_such_property", Draw.object("$eq", Draw.text("x"))));
            return filter;
        });
    }

    private static boolean refers(Table table) {
        return table.columns(column -> column.is(Type.RECORD_REFERENCE))
                .findFirst()
                .isPresent();
    }

    private static Table other(Table table, WrongFilter.Means means) {
        return means.draw()
                .pick(means.workspace().objects().stream()
                        .filter(each -> !each.slug().equals(table.slug()))
                        .toList());
    }

    /** A wrong path, once in a filter and once in a sort. */
    private void path(String name, Predicate<Table> place, BiFunction<Table, WrongFilter.Means, ArrayNode> path) {
        kinds.add(new WrongFilter(name, false, (table, workspace) -> place.test(table), (table, means) -> {
            ObjectNode filter = Draw.object("path", path.apply(table, means));
            filter.set("constraints", Draw.object("value", Draw.object("$eq", Draw.text("2026-01-31T09:00:00Z"))));
            return filter;
        }));
        kinds.add(new WrongFilter(
                "in a sort, " + name, true, (table, workspace) -> place.test(table), (table, means) -> {
                    ObjectNode sort = Json.object().put("direction", "asc");
                    sort.set("path", path.apply(table, means));
                    return sort;
                }));
    }

    private void sort(String name, WrongFilter.Maker maker) {
        kinds.add(new WrongFilter(name, true, (table, workspace) -> true, maker));
    }

    private void sorts() {
        sort(
                "a sort by an attribute that does not exist",
                (table, means) -> Json.object()
                        .put("direction", "desc")
                        .put("attribute", means.draw().pick(table.columns()).slug() + "_x"));
        sort(
                "a sort by an attribute's title",
                (table, means) -> Json.object()
                        .put("direction", "asc")
                        .put(
                                "attribute",
                                means.draw()
                                        .pick(table.columns(column -> table.find(column.title())
                                                        .isEmpty())
                                                .toList())
                                        .title()));
        sort(
                "a sort in a direction that there is none of",
                (table, means) -> means.right()
                        .sort(table)
                        .put("direction", means.draw().pick(List.of("descending", "up", "ASC"))));
        sort("a sort without a direction", (table, means) -> {
            ObjectNode sort = means.right().sort(table);
            sort.remove("direction");
            return sort;
        });
        sort(
                "a sort by a field that the type does not have",
                (table, means) -> means.right().sort(table).put("field", "no_such_field"));
        sort("a sort by nothing", (table, means) -> Json.object().put("direction", "asc"));
    }
}
