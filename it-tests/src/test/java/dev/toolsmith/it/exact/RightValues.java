package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that Attio takes, in all the shapes that it takes them in. */
final class RightValues {
    private static final List<String> COUNTRIES = List.of("DE", "US", "FR", "NO", "JP", "GB", "BR");
    private static final List<String> PHONES = List.of(
            "+15558675309",
            "+49 30 901820",
            "+44 20 7946 0958",
            "+33 1 70 18 99 00",
            "+1 555-867-5309 ext. 2",
            "+81-3-1234-5678");
    private static final Map<String, String> USUAL_KEYS = Map.of(
            "companies", "domains", "people", "email_addresses", "users", "user_id", "workspaces", "workspace_id");

    private final KnownWorkspace workspace;
    private final Draw draw;

    RightValues(KnownWorkspace workspace, Draw draw) {
        this.workspace = workspace;
        this.draw = draw;
    }

    /** What is written for an attribute: never nothing. */
    JsonNode of(Column column) {
        if (!column.multi()) {
            return draw.chance(60) ? one(column) : Draw.array(one(column));
        }
        int count = draw.between(1, 3);
        return Draw.array(IntStream.range(0, count).mapToObj(i -> one(column)).toList());
    }

    /** What empties an attribute. */
    JsonNode clearing() {
        return draw.chance(50) ? Draw.nothing() : Json.array();
    }

    /** One value, as it stands alone or in an array. */
    JsonNode one(Column column) {
        return switch (column.type()) {
            case TEXT -> plainOr("value", Draw.text(column.unique() ? freshKey(column, draw) : words()));
            case NUMBER -> plainOr("value", number());
            case CHECKBOX -> plainOr("value", flag());
            case CURRENCY -> plainOr("currency_value", number());
            case DATE -> plainOr("value", Draw.text(date()));
            case TIMESTAMP -> plainOr("value", Draw.text(moment()));
            case RATING -> plainOr("value", Draw.number(draw.between(0, 5)));
            case STATUS -> plainOr("status", choice(column));
            case SELECT -> plainOr("option", choice(column));
            case RECORD_REFERENCE -> reference(column);
            case ACTOR_REFERENCE -> member();
            case LOCATION -> draw.chance(40) ? Draw.text(place()) : location();
            case DOMAIN -> plainOr("domain", Draw.text(domain()));
            case EMAIL_ADDRESS -> plainOr("email_address", Draw.text(email()));
            case PHONE_NUMBER -> phone();
            case PERSONAL_NAME -> name();
            case INTERACTION -> throw new IllegalStateException(column + " is never written");
        };
    }

    /** A text that no item has yet, of the form that the attribute needs. */
    static String freshKey(Column column, Draw draw) {
        String word = draw.word() + "-" + draw.fresh();
        return switch (column.type()) {
            case DOMAIN -> word + ".example";
            case EMAIL_ADDRESS -> word + "@mail.example";
            default -> word;
        };
    }

    private JsonNode plainOr(String property, JsonNode value) {
        return draw.chance(60) ? value : Draw.object(property, value);
    }

    private String words() {
        return draw.either(
                () -> draw.word() + " " + draw.word(), () -> "Überlänge: " + draw.word() + " 🚢", () -> draw.word());
    }

    /** A number with at most four decimals. */
    private JsonNode number() {
        return draw.either(
                () -> Draw.number(draw.between(-5_000, 5_000_000)),
                () -> Draw.number(draw.between(-9_999_999, 9_999_999) / 10_000.0),
                () -> Draw.text(String.valueOf(draw.between(-5_000, 5_000_000))),
                () -> Draw.text(draw.between(0, 9_999) + "." + draw.between(1, 9)));
    }

    private JsonNode flag() {
        boolean flag = draw.chance(50);
        return draw.chance(60) ? Draw.flag(flag) : Draw.text(String.valueOf(flag));
    }

    private String date() {
        return draw.either(
                draw::date,
                () -> draw.date() + "T" + draw.time() + "+02:00",
                () -> draw.date() + "T" + draw.time() + "Z",
                () -> draw.date().substring(0, 7),
                () -> draw.date().substring(0, 4));
    }

    private String moment() {
        String local = draw.date() + "T" + draw.time();
        return draw.either(
                () -> local + "Z", () -> local + "+05:30", () -> local + ".710000000Z", () -> local + ".5-03:00");
    }

    private JsonNode choice(Column column) {
        Column.Choice choice = draw.pick(column.choices());
        return Draw.text(draw.chance(70) ? choice.title() : choice.id());
    }

    private JsonNode reference(Column column) {
        String object = draw.pick(column.targets());
        KnownWorkspace.Stock target = draw.pick(workspace.targets(object));
        List<JsonNode> shapes = new ArrayList<>();
        shapes.add(Json.object().put("target_object", object).put("target_record_id", target.id()));
        target.unique().forEach((slug, key) -> {
            ObjectNode lookup = Json.object().put("target_object", object);
            Type type = workspace.table(object).column(slug).type();
            lookup.set(slug, Draw.array(Draw.object(inner(type), Draw.text(key))));
            shapes.add(lookup);
        });
        String usual = target.unique().get(USUAL_KEYS.getOrDefault(object, ""));
        if (usual != null && column.targets().size() == 1) {
            shapes.add(Draw.text(usual));
        }
        return draw.pick(shapes);
    }

    /** The property that holds the value of a unique attribute of a type. */
    static String inner(Type type) {
        return switch (type) {
            case DOMAIN -> "domain";
            case EMAIL_ADDRESS -> "email_address";
            default -> "value";
        };
    }

    private JsonNode member() {
        KnownWorkspace.Member member = draw.pick(workspace.members());
        return draw.either(
                () -> Draw.text(member.email()),
                () -> Json.object().put("workspace_member_email_address", member.email()),
                () -> Json.object()
                        .put("referenced_actor_type", "workspace-member")
                        .put("referenced_actor_id", member.id()));
    }

    private String place() {
        return draw.either(
                () -> draw.between(1, 99) + " Canal Street, Amsterdam, NL",
                () -> "Oslo, Norway",
                () -> draw.word() + " Road, Springfield, OR 97403, US");
    }

    private ObjectNode location() {
        ObjectNode location = Json.object();
        for (String key : List.of("line_1", "line_2", "line_3", "line_4", "locality", "region", "postcode")) {
            location.set(key, draw.chance(50) ? Draw.nothing() : Draw.text(draw.word()));
        }
        location.set("country_code", draw.chance(20) ? Draw.nothing() : Draw.text(draw.pick(COUNTRIES)));
        boolean placed = draw.chance(60);
        location.set("latitude", placed ? Draw.text("52." + draw.between(1, 99999)) : Draw.nothing());
        location.set("longitude", placed ? Draw.text("-" + draw.between(1, 99) + ".4") : Draw.nothing());
        return location;
    }

    private String domain() {
        String host = draw.word() + draw.fresh() + ".example";
        return draw.either(
                () -> host, () -> "https://" + host + "/about?x=1", () -> "shop." + host, () -> "http://" + host);
    }

    private String email() {
        return draw.word() + "." + draw.fresh() + "@" + draw.word() + ".example";
    }

    private JsonNode phone() {
        String number = draw.pick(PHONES);
        return draw.either(
                () -> Draw.text(number),
                () -> Json.object().put("original_phone_number", number),
                () -> Json.object().put("original_phone_number", "030 901820").put("country_code", "DE"));
    }

    private JsonNode name() {
        return draw.either(
                () -> Draw.text("Lovelace-" + draw.fresh() + ", Ada"),
                () -> Draw.text("Ada-" + draw.fresh()),
                () -> Json.object()
                        .put("first_name", "Ada")
                        .put("last_name", "King")
                        .put("full_name", "Ada King " + draw.fresh()));
    }
}
