package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single values that Attio does not take. */
final class WrongValues {
    private static final String NO_ID = "5c9d1b40-77aa-4b1c-9f1e-0a1b2c3d4e5f";

    private final List<WrongWrite> kinds = new ArrayList<>();

    private WrongValues() {}

    static List<WrongWrite> all() {
        WrongValues values = new WrongValues();
        values.plain();
        values.amounts();
        values.moments();
        values.choices();
        values.references();
        values.members();
        values.places();
        values.addresses();
        values.names();
        return List.copyOf(values.kinds);
    }

    private void kind(String name, Predicate<Column> columns, BiFunction<Column, WrongWrite.Means, JsonNode> value) {
        kinds.add(new WrongWrite(
                name,
                Scope.ANYWHERE,
                columns.and(Column::writable),
                (write, column, means) -> write.put(column, placed(column, value.apply(column, means), means))));
    }

    /** A wrong value of a multi-valued attribute stands in an array, some of the time after a right one. */
    private static JsonNode placed(Column column, JsonNode wrong, WrongWrite.Means means) {
        if (column.multi()) {
            return means.draw().chance(40) ? Draw.array(means.right().one(column), wrong) : Draw.array(wrong);
        }
        return means.draw().chance(60) ? wrong : Draw.array(wrong);
    }

    private static Predicate<Column> of(Type... types) {
        return column -> column.is(types);
    }

    private void kind(String name, Type type, Function<Draw, JsonNode> value) {
        kind(name, of(type), (column, means) -> value.apply(means.draw()));
    }

    private void plain() {
        kind("a number for a text", Type.TEXT, draw -> Draw.number(draw.between(1, 99)));
        kind("true or false for a text", Type.TEXT, draw -> Draw.flag(draw.chance(50)));
        kind("another property for a text's value", Type.TEXT, draw -> Draw.object("text", Draw.text(draw.word())));
        kind("a number inside a text's value", Type.TEXT, draw -> Draw.object("value", Draw.number(draw.below(9))));
        kind("a word for a checkbox", Type.CHECKBOX, draw -> Draw.text(draw.pick(List.of("yes", "no", "on", "TRUE!"))));
        kind("a number for a checkbox", Type.CHECKBOX, draw -> Draw.number(draw.below(2)));
        kind("another property for a checkbox's value", Type.CHECKBOX, draw -> Draw.object("checked", Draw.flag(true)));
    }

    private void amounts() {
        kind(
                "a word for a number",
                Type.NUMBER,
                draw -> Draw.text(draw.pick(List.of("many", "12,5", "3 tons", "0x1F"))));
        kind("true or false for a number", Type.NUMBER, draw -> Draw.flag(draw.chance(50)));
        kind(
                "another property for a number's value",
                Type.NUMBER,
                draw -> Draw.object("number", Draw.number(draw.below(9))));
        kind(
                "more than four decimals of an amount",
                Type.CURRENCY,
                draw -> draw.chance(50)
                        ? Draw.number(draw.below(100) + 0.12345)
                        : Draw.object("currency_value", Draw.number(draw.below(100) + 0.00007)));
        kind(
                "a currency code beside an amount",
                Type.CURRENCY,
                draw -> Json.object()
                        .put("currency_value", draw.between(1, 900))
                        .put("currency_code", draw.pick(List.of("USD", "EUR", "JPY"))));
        kind(
                "a currency sign in an amount",
                Type.CURRENCY,
                draw -> Draw.text(draw.pick(List.of("$", "€", "EUR ")) + draw.between(1, 900)));
        kind(
                "another property for an amount",
                Type.CURRENCY,
                draw -> Draw.object("value", Draw.number(draw.below(99))));
        kind("a rating over five", Type.RATING, draw -> Draw.number(draw.between(6, 100)));
        kind("a rating under zero", Type.RATING, draw -> Draw.number(draw.between(-9, -1)));
        kind("half a star", Type.RATING, draw -> Draw.number(draw.between(0, 4) + 0.5));
        kind("a word for a rating", Type.RATING, draw -> Draw.text(draw.pick(List.of("good", "★★★", "three"))));
    }

    private void moments() {
        kind("a word for a date", Type.DATE, draw -> Draw.text(draw.pick(List.of("soon", "today", "next week"))));
        kind(
                "a day that no calendar has",
                Type.DATE,
                draw -> Draw.text(draw.pick(List.of("2026-02-30", "2026-13-01", "2025-06-31", "2026-00-10"))));
        kind(
                "a date in another order",
                Type.DATE,
                draw -> Draw.text(draw.pick(List.of("31.12.2026", "12/31/2026", "31-12-2026", "Dec 31, 2026"))));
        kind("a number for a date", Type.DATE, draw -> Draw.number(draw.between(20_200_101, 20_301_231)));
        kind(
                "a word for a timestamp",
                Type.TIMESTAMP,
                draw -> Draw.text(draw.pick(List.of("now", "noon", "tomorrow"))));
        kind(
                "an hour that no day has",
                Type.TIMESTAMP,
                draw -> Draw.text(
                        draw.pick(List.of("2026-01-31T25:00:00Z", "2026-01-31T12:61:00Z", "2026-02-30T12:00:00Z"))));
        kind("a number for a timestamp", Type.TIMESTAMP, draw -> Draw.number(1_700_000_000_000L + draw.below(99_999)));
        kind(
                "another property for a timestamp",
                Type.TIMESTAMP,
                draw -> Draw.object("timestamp", Draw.text("2026-01-31T09:00:00Z")));
    }

    private void choices() {
        kind(
                "a status that does not exist",
                Type.STATUS,
                draw -> Draw.text(draw.pick(List.of("Closed Won", "Doing", "Somewhere")) + " " + draw.below(9)));
        kind(
                "a status of another attribute",
                of(Type.STATUS),
                (column, means) -> Draw.text(foreign(column, Type.STATUS, means)));
        kind(
                "an option's shape for a status",
                of(Type.STATUS),
                (column, means) ->
                        Draw.object("option", Draw.text(column.choices().get(0).title())));
        kind("the UUID of no status", Type.STATUS, draw -> Draw.object("status", Draw.text(NO_ID)));
        kind("a number for a status", Type.STATUS, draw -> Draw.number(draw.below(4)));
        kind("an option that does not exist", Type.SELECT, draw -> Draw.text("Option " + draw.below(9)));
        kind(
                "an option of another attribute",
                of(Type.SELECT),
                (column, means) -> Draw.text(foreign(column, Type.SELECT, means)));
        kind(
                "a status's shape for an option",
                of(Type.SELECT),
                (column, means) ->
                        Draw.object("status", Draw.text(column.choices().get(0).title())));
        kind("the UUID of no option", Type.SELECT, draw -> Draw.text(NO_ID));
        kind("true or false for an option", Type.SELECT, draw -> Draw.flag(true));
        kind(
                "several titles in one text",
                of(Type.SELECT).and(Column::multi),
                (column, means) -> Draw.text(column.choices().get(0).title() + ", "
                        + column.choices().get(1).title()));
    }

    private static String foreign(Column column, Type type, WrongWrite.Means means) {
        List<String> titles = means.workspace().tables().values().stream()
                .flatMap(table -> table.columns(other -> other.is(type)))
                .flatMap(other -> other.choices().stream())
                .map(Column.Choice::title)
                .filter(title -> !column.hasChoice(title))
                .toList();
        return means.draw().pick(titles);
    }

    private void references() {
        Predicate<Column> reference = of(Type.RECORD_REFERENCE);
        kind("a reference to records of another object", reference, (column, means) -> {
            Table other = notAllowed(column, means);
            return Json.object()
                    .put("target_object", other.slug())
                    .put(
                            "target_record_id",
                            means.draw()
                                    .pick(means.workspace().targets(other.slug()))
                                    .id());
        });
        kind(
                "a reference to an object that does not exist",
                reference,
                (column, means) -> Json.object()
                        .put("target_object", "submarines")
                        .put("target_record_id", target(column, means).id()));
        kind(
                "a reference without a record",
                reference,
                (column, means) ->
                        Json.object().put("target_object", column.targets().get(0)));
        kind(
                "a reference without an object",
                reference,
                (column, means) -> Json.object()
                        .put("target_record_id", target(column, means).id()));
        kind(
                "a record's id that is no UUID",
                reference,
                (column, means) -> Json.object()
                        .put("target_object", column.targets().get(0))
                        .put("target_record_id", "R-" + means.draw().between(1, 99)));
        kind(
                "a bare text where no one standard object is meant",
                reference.and(WrongValues::hasNoBareText),
                (column, means) -> Draw.text(means.draw().word() + ".example"));
        kind("a reference by an attribute that is not unique", reference, (column, means) -> {
            Table object = means.workspace().table(column.targets().get(0));
            Column other = means.draw()
                    .pick(object.columns(each -> each.writable() && !each.unique())
                            .toList());
            return lookup(column, other.slug(), Draw.array(Draw.text("Anything")));
        });
        kind(
                "a reference by an attribute that does not exist",
                reference,
                (column, means) -> lookup(column, "no_such_key", Draw.array(Draw.text("Anything"))));
        Predicate<Column> unique = reference.and(column -> List.of("ships", "ports", "companies", "people", "users")
                .contains(column.targets().get(0)));
        kind("a reference by two values", unique, (column, means) -> {
            String key = key(column, means);
            return lookup(column, uniqueSlug(column, means), Draw.array(Draw.text(key), Draw.text(key)));
        });
        kind(
                "a reference by a value outside an array",
                unique,
                (column, means) -> lookup(column, uniqueSlug(column, means), Draw.text(key(column, means))));
        kind(
                "a number for a reference",
                reference,
                (column, means) -> Draw.number(means.draw().between(1, 999)));
        kind(
                "a name where an e-mail address is meant",
                reference.and(column -> column.targets().equals(List.of("people"))),
                (column, means) -> Draw.text("Pepper Potts"));
    }

    private static boolean hasNoBareText(Column column) {
        return column.targets().size() > 1
                || !List.of("companies", "people", "users", "workspaces")
                        .contains(column.targets().get(0));
    }

    private static Table notAllowed(Column column, WrongWrite.Means means) {
        return means.draw()
                .pick(means.workspace().objects().stream()
                        .filter(table -> !column.targets().contains(table.slug()))
                        .toList());
    }

    private static KnownWorkspace.Stock target(Column column, WrongWrite.Means means) {
        return means.draw().pick(means.workspace().targets(column.targets().get(0)));
    }

    private static String uniqueSlug(Column column, WrongWrite.Means means) {
        return target(column, means).unique().keySet().iterator().next();
    }

    private static String key(Column column, WrongWrite.Means means) {
        return target(column, means).unique().values().iterator().next();
    }

    private static ObjectNode lookup(Column column, String slug, JsonNode value) {
        ObjectNode lookup = Json.object().put("target_object", column.targets().get(0));
        lookup.set(slug, value);
        return lookup;
    }

    private void members() {
        kind(
                "an address of no member",
                Type.ACTOR_REFERENCE,
                draw -> draw.chance(50)
                        ? Draw.text("nobody" + draw.below(99) + "@sandbox.example")
                        : Json.object().put("workspace_member_email_address", "stranger@elsewhere.example"));
        kind("a member's name", Type.ACTOR_REFERENCE, draw -> Draw.text("Alice Adams"));
        kind(
                "an actor that is no member",
                of(Type.ACTOR_REFERENCE),
                (column, means) -> Json.object()
                        .put("referenced_actor_type", means.draw().pick(List.of("api-token", "system", "user")))
                        .put(
                                "referenced_actor_id",
                                means.draw().pick(means.workspace().members()).id()));
        kind(
                "a member's id that is no UUID",
                Type.ACTOR_REFERENCE,
                draw -> Json.object()
                        .put("referenced_actor_type", "workspace-member")
                        .put("referenced_actor_id", "alice"));
        kind(
                "an actor without an id",
                Type.ACTOR_REFERENCE,
                draw -> Json.object().put("referenced_actor_type", "workspace-member"));
        kind(
                "another property for a member's address",
                of(Type.ACTOR_REFERENCE),
                (column, means) -> Draw.object(
                        "email_address",
                        Draw.text(means.workspace().members().get(0).email())));
        kind("true or false for a member", Type.ACTOR_REFERENCE, draw -> Draw.flag(true));
    }

    private void places() {
        kind("a location without one of its keys", Type.LOCATION, draw -> {
            ObjectNode location = location();
            location.remove(draw.pick(List.copyOf(location.propertyNames())));
            return location;
        });
        kind("a location with another key", Type.LOCATION, draw -> location().put("city", "Oslo"));
        kind("a number for a latitude", Type.LOCATION, draw -> location().put("latitude", 52.5 + draw.below(9)));
        kind(
                "a country's name or longer code in a location",
                Type.LOCATION,
                draw -> location().put("country_code", draw.pick(List.of("USA", "Germany", "DEU"))));
        kind("a number for a location", Type.LOCATION, draw -> Draw.number(draw.between(10_000, 99_999)));
    }

    private static ObjectNode location() {
        ObjectNode location = Json.object();
        for (String key : List.of("line_1", "line_2", "line_3", "line_4", "locality", "region", "postcode")) {
            location.putNull(key);
        }
        return location.put("country_code", "NO").put("latitude", "59.91").put("longitude", "10.75");
    }

    private void addresses() {
        kind(
                "a text that is no domain",
                Type.DOMAIN,
                draw -> Draw.text(draw.pick(List.of("not a domain", "two words.example com", "@"))));
        kind("another property for a domain", Type.DOMAIN, draw -> Draw.object("value", Draw.text("reed.example")));
        kind("a number for a domain", Type.DOMAIN, draw -> Draw.number(draw.below(999)));
        kind(
                "a text that is no e-mail address",
                Type.EMAIL_ADDRESS,
                draw -> Draw.text(draw.pick(List.of("not an address", "ada.example", "ada@", "@mail.example"))));
        kind(
                "another property for an e-mail address",
                Type.EMAIL_ADDRESS,
                draw -> Draw.object("email", Draw.text("ada" + draw.fresh() + "@mail.example")));
        kind("a number for an e-mail address", Type.EMAIL_ADDRESS, draw -> Draw.number(draw.below(999)));
        kind(
                "a telephone number without its country",
                Type.PHONE_NUMBER,
                draw -> Draw.text(draw.pick(List.of("555 867 5309", "030 901820", "0170 1234567"))));
        kind(
                "words for a telephone number",
                Type.PHONE_NUMBER,
                draw -> Draw.text(draw.pick(List.of("call the office", "ask Ada", "none"))));
        kind(
                "another property for a telephone number",
                Type.PHONE_NUMBER,
                draw -> Draw.object("phone_number", Draw.text("+15558675309")));
        kind(
                "a country code that is none",
                Type.PHONE_NUMBER,
                draw -> Json.object()
                        .put("original_phone_number", "+15558675309")
                        .put("country_code", draw.pick(List.of("USA", "Germany", "1"))));
        kind("a number for a telephone number", Type.PHONE_NUMBER, draw -> Draw.number(15_558_675_309L));
    }

    private void names() {
        kind("a person's name without one of its keys", Type.PERSONAL_NAME, draw -> {
            ObjectNode name = name();
            name.remove(draw.pick(List.copyOf(name.propertyNames())));
            return name;
        });
        kind("a person's name with another key", Type.PERSONAL_NAME, draw -> name().put("middle_name", "B."));
        kind("a person's name with a number in it", Type.PERSONAL_NAME, draw -> name().put("first_name", 7));
        kind("true for a person's name", Type.PERSONAL_NAME, draw -> Draw.flag(true));
        kind("a number for a person's name", Type.PERSONAL_NAME, draw -> Draw.number(draw.below(99)));
    }

    private static ObjectNode name() {
        return Json.object().put("first_name", "Ada").put("last_name", "King").put("full_name", "Ada King");
    }
}
