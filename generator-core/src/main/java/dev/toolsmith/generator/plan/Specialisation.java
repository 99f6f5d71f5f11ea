package dev.toolsmith.generator.plan;

import java.util.List;
import java.util.Optional;

/**
 * Further tools with one path parameter fixed ({@code x-toolsmith-specialize}).
 *
 * @param parameter the path parameter
 * @param replace JSON pointer into the request body's instance, where {@link Value#schema()} stands
 * @param title a text with {@code {singular}} and {@code {plural}}
 * @param description a text with {@code {singular}} and {@code {plural}}
 * @param values sorted by value
 */
record Specialisation(
        String parameter,
        Optional<String> replace,
        Optional<String> title,
        Optional<String> description,
        List<Value> values) {

    /** One value of the parameter, and what its tools say. */
    record Value(String value, String singular, String plural, Optional<String> schema, Optional<String> note) {}

    static Specialisation of(Members members) {
        members.only("parameter", "replace", "title", "description", "values");
        List<Value> values = members.object("values")
                .map(each -> each.eachObject().entrySet().stream()
                        .map(entry -> valueOf(entry.getKey(), entry.getValue()))
                        .toList())
                .orElse(List.of());
        if (values.isEmpty()) {
            members.malformed(members.at(), "This needs the member 'values' with at least one value");
        }
        return new Specialisation(
                members.requiredText("parameter"),
                members.pointer("replace").filter(pointer -> !pointer.isEmpty()),
                members.text("title"),
                members.text("description"),
                values);
    }

    private static Value valueOf(String value, Members members) {
        members.only("singular", "plural", "schema", "note");
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._~-]*")) {
            members.malformed(members.at(), "'" + value + "' can't stand in a path as it is");
        }
        String resource = SnakeCase.of(value);
        return new Value(
                value,
                members.text("singular").map(SnakeCase::of).orElseGet(() -> Singular.of(resource)),
                members.text("plural").orElse(resource.replace('_', ' ')),
                members.text("schema"),
                members.text("note"));
    }
}
