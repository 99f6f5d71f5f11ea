package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Every way of being wrong that is not about the form of a single value. */
final class WrongWrites {
    private WrongWrites() {}

    static List<WrongWrite> all() {
        List<WrongWrite> all = new ArrayList<>(keys());
        all.addAll(amounts());
        all.addAll(readOnly());
        all.addAll(surroundings());
        all.addAll(WrongValues.all());
        return List.copyOf(all);
    }

    private static List<WrongWrite> keys() {
        return List.of(
                new WrongWrite("an attribute's slug misspelt", Scope.ANYWHERE, writable(), (write, column, means) -> {
                    write.remove(column);
                    write.putKey(column.slug() + "_x", means.right().of(column));
                    refillIfRequired(write, column, means);
                }),
                new WrongWrite(
                        "an attribute named by its title",
                        Scope.ANYWHERE,
                        writable()
                                .and(column ->
                                        !column.required() && !column.title().equals(column.slug())),
                        (write, column, means) -> {
                            write.remove(column);
                            write.putKey(column.title(), means.right().of(column));
                        }),
                new WrongWrite(
                        "an attribute of another object or list",
                        Scope.ANYWHERE,
                        column -> true,
                        (write, column, means) -> {
                            Column other = elsewhere(write, means);
                            write.putKey(other.slug(), means.right().of(other));
                        }),
                new WrongWrite(
                        "the UUID of another owner's attribute",
                        Scope.ANYWHERE,
                        column -> true,
                        (write, column, means) -> {
                            Column other = elsewhere(write, means);
                            write.putKey(other.id(), means.right().of(other));
                        }),
                new WrongWrite(
                        "a UUID that is no attribute",
                        Scope.ANYWHERE,
                        column -> true,
                        (write, column, means) ->
                                write.putKey("1d3f5a7b-0000-4000-8000-" + padded(means.draw()), Draw.text("x"))));
    }

    /** A misspelt required attribute must not be missing as well. */
    private static void refillIfRequired(Write write, Column column, WrongWrite.Means means) {
        if (column.required()) {
            write.put(column, means.right().of(column));
        }
    }

    private static String padded(Draw draw) {
        return String.format(java.util.Locale.ROOT, "%012d", draw.below(1_000_000));
    }

    /** An attribute that the table of a write does not have. */
    private static Column elsewhere(Write write, WrongWrite.Means means) {
        List<Column> others = means.workspace().tables().values().stream()
                .flatMap(table -> table.columns(Column::writable))
                .filter(column -> write.table().find(column.slug()).isEmpty())
                .toList();
        return means.draw().pick(others);
    }

    private static List<WrongWrite> amounts() {
        return List.of(
                new WrongWrite(
                        "a required attribute left out",
                        Scope.CREATES,
                        required(),
                        (write, column, means) -> write.remove(column)),
                new WrongWrite(
                        "a required attribute set to null",
                        Scope.CREATES_AND_CHANGES,
                        required(),
                        (write, column, means) -> write.put(column, Draw.nothing())),
                new WrongWrite(
                        "a required attribute set to []",
                        Scope.CREATES_AND_CHANGES,
                        required(),
                        (write, column, means) -> write.put(column, Json.array())),
                new WrongWrite(
                        "several values for a single-valued attribute",
                        Scope.ANYWHERE,
                        writable().and(column -> !column.multi()),
                        (write, column, means) -> write.put(
                                column,
                                Draw.array(
                                        means.right().one(column), means.right().one(column)))),
                new WrongWrite(
                        "a bare value for a multi-valued attribute",
                        Scope.ANYWHERE,
                        writable().and(Column::multi).and(column -> !column.is(Type.RECORD_REFERENCE)),
                        (write, column, means) -> write.put(column, bare(column, means))),
                new WrongWrite(
                        "an array inside an array",
                        Scope.ANYWHERE,
                        writable(),
                        (write, column, means) -> write.put(
                                column, Draw.array(Draw.array(means.right().one(column))))));
    }

    private static Predicate<Column> writable() {
        return Column::writable;
    }

    private static Predicate<Column> required() {
        return writable().and(Column::required);
    }

    private static JsonNode bare(Column column, WrongWrite.Means means) {
        while (true) {
            JsonNode value = means.right().one(column);
            if (value.isString()) {
                return value;
            }
        }
    }

    private static List<WrongWrite> readOnly() {
        return List.of(
                readOnly("the time of creation written", "created_at", Draw.text("2026-01-31T09:00:00Z")),
                readOnly("the creator written", "created_by", Draw.text("alice@sandbox.example")),
                readOnly("the record's id written", "record_id", Draw.text("7a1b1e1a-2222-4333-8444-555566667777")),
                readOnly("the entry's id written", "entry_id", Draw.text("7a1b1e1a-2222-4333-8444-555566667777")),
                new WrongWrite(
                        "the entry's parent written as a value",
                        Scope.ENTRIES,
                        slug("parent_record"),
                        (write, column, means) -> write.put(
                                column,
                                Json.object()
                                        .put("target_object", write.table().parent())
                                        .put(
                                                "target_record_id",
                                                means.draw()
                                                        .pick(means.workspace()
                                                                .targets(write.table()
                                                                        .parent()))
                                                        .id()))),
                new WrongWrite(
                        "an interaction written",
                        Scope.RECORDS,
                        column -> column.is(Type.INTERACTION),
                        (write, column, means) -> write.put(
                                column,
                                Json.object()
                                        .put("interaction_type", "email")
                                        .put("interacted_at", "2026-01-31T09:00:00Z"))),
                readOnly("the connection's strength written", "strongest_connection_strength", Draw.text("Good")),
                readOnly(
                        "the connection's user written",
                        "strongest_connection_user",
                        Draw.text("alice@sandbox.example")));
    }

    private static Predicate<Column> slug(String slug) {
        return column -> column.slug().equals(slug);
    }

    private static WrongWrite readOnly(String name, String slug, JsonNode value) {
        return new WrongWrite(name, Scope.ANYWHERE, slug(slug), (write, column, means) -> write.put(column, value));
    }

    private static List<WrongWrite> surroundings() {
        return List.of(
                new WrongWrite(
                        "values as an array",
                        Scope.ANYWHERE,
                        column -> true,
                        (write, column, means) ->
                                write.valuesInstead(Draw.array(Draw.object(column.slug(), Draw.text("x"))))),
                new WrongWrite(
                        "an object that does not exist",
                        Scope.RECORDS_BY_GENERAL_TOOLS,
                        column -> true,
                        (write, column, means) -> write.owner(write.table().slug() + "_old")),
                new WrongWrite(
                        "a list that does not exist",
                        Scope.ENTRIES,
                        column -> true,
                        (write, column, means) -> write.owner(write.table().slug() + "_old")),
                new WrongWrite(
                        "a matching attribute that does not exist",
                        Scope.MATCHED_RECORDS,
                        column -> true,
                        (write, column, means) -> write.matching(write.matching() + "_x")),
                new WrongWrite(
                        "a matching attribute that is not unique",
                        Scope.MATCHED_RECORDS,
                        writable().and(column -> !column.unique()),
                        (write, column, means) -> {
                            write.put(column, means.right().of(column));
                            write.matching(column.slug());
                        }),
                new WrongWrite(
                        "a parent of another object",
                        Scope.ENTRIES_BY_PARENT,
                        column -> true,
                        (write, column, means) -> {
                            List<Table> others = means.workspace().objects().stream()
                                    .filter(table ->
                                            !table.slug().equals(write.table().parent()))
                                    .toList();
                            Table other = means.draw().pick(others);
                            write.parent(
                                    other.slug(),
                                    means.draw()
                                            .pick(means.workspace().targets(other.slug()))
                                            .id());
                        }));
    }
}
