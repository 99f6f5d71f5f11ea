package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Text search over the names, domains, addresses, numbers and handles of records. */
final class SearchOperation {
    private static final int MOST = 25;
    private static final int LONGEST = 256;
    private static final Set<String> SEARCHED =
            Set.of("name", "user_id", "workspace_id", "angellist", "facebook", "instagram", "linkedin", "twitter");
    private static final Set<String> PRINCIPALS = Set.of("workspace", "workspace-member");

    private SearchOperation() {}

    /** The operation. */
    static List<Route> routes() {
        return List.of(Route.of(
                "POST",
                "/v2/objects/records/search",
                SearchOperation::search,
                "record_permission:read",
                "object_configuration:read"));
    }

    private record Hit(ObjectType object, Item record, int score) {}

    private static Answer search(Call call) {
        Fields body = call.body();
        String query = body.text("query").strip().toLowerCase(Locale.ROOT);
        if (query.length() > LONGEST) {
            throw body.refuse("query", "must not be longer than 256 characters", "too_big");
        }
        int limit = body.number("limit", MOST, 1, MOST);
        requireRequester(call, body.object("request_as"));
        List<Hit> hits = new ArrayList<>();
        for (ObjectType object : objects(call, body)) {
            for (Item record : call.workspace().items().all(object.id())) {
                int score = score(texts(call.workspace(), object, record), query);
                if (score > 0) {
                    hits.add(new Hit(object, record, score));
                }
            }
        }
        return Answer.data(hits.stream()
                .sorted(Comparator.comparing(Hit::score).reversed())
                .limit(limit)
                .map(hit -> json(call.workspace(), hit))
                .toList());
    }

    private static List<ObjectType> objects(Call call, Fields body) {
        List<ObjectType> objects = new ArrayList<>();
        for (JsonNode name : body.array("objects")) {
            objects.add(call.workspace()
                    .catalogue()
                    .object(name.asString(""))
                    .orElseThrow(() -> Refusal.invalid("value_not_found", "There is no object " + name + ".")));
        }
        if (objects.isEmpty()) {
            throw body.refuse("objects", "must not be empty", "too_small");
        }
        return objects;
    }

    private static void requireRequester(Call call, Fields requester) {
        if (requester.oneOf("type", PRINCIPALS).equals("workspace")) {
            return;
        }
        boolean known = requester.has("workspace_member_id")
                ? call.workspace().member(requester.uuid("workspace_member_id")).isPresent()
                : call.workspace()
                        .memberByEmail(requester.text("email_address"))
                        .isPresent();
        if (!known) {
            throw Refusal.invalid("value_not_found", "There is no such workspace member.");
        }
    }

    private static List<String> texts(Workspace workspace, ObjectType object, Item record) {
        List<String> texts = new ArrayList<>();
        for (Attribute attribute : workspace.catalogue().attributes(object.id())) {
            String property = property(attribute);
            if (!property.isEmpty()) {
                strings(record, attribute, property).forEach(text -> texts.add(text.toLowerCase(Locale.ROOT)));
            }
        }
        return texts;
    }

    private static String property(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> SEARCHED.contains(attribute.slug()) ? "value" : "";
            case PERSONAL_NAME -> "full_name";
            case DOMAIN -> "domain";
            case EMAIL_ADDRESS -> "email_address";
            case PHONE_NUMBER -> "phone_number";
            default -> "";
        };
    }

    private static List<String> strings(Item record, Attribute attribute, String property) {
        return record.current(attribute.id()).stream()
                .map(StoredValue::content)
                .map(content -> content.path(property).asString(""))
                .toList();
    }

    /** 4 for the same text, 3 for its beginning, 2 for a part of it, 1 when every word occurs somewhere. */
    private static int score(List<String> texts, String query) {
        int best = 0;
        for (String text : texts) {
            best = Math.max(best, text.equals(query) ? 4 : text.startsWith(query) ? 3 : text.contains(query) ? 2 : 0);
        }
        if (best > 0) {
            return best;
        }
        boolean everyWord = List.of(query.split("\\s+", -1)).stream()
                .allMatch(word -> texts.stream().anyMatch(text -> text.contains(word)));
        return everyWord ? 1 : 0;
    }

    private static ObjectNode json(Workspace workspace, Hit hit) {
        ObjectType object = hit.object();
        ObjectNode node = Json.object();
        node.set("id", Places.recordId(object, hit.record()));
        node.put("record_text", title(workspace, hit)).putNull("record_image").put("object_slug", object.slug());
        if (object.slug().equals("people")) {
            node.set("email_addresses", all(workspace, hit, AttributeType.EMAIL_ADDRESS));
            node.set("phone_numbers", all(workspace, hit, AttributeType.PHONE_NUMBER));
        }
        if (object.slug().equals("companies")) {
            node.set("domains", all(workspace, hit, AttributeType.DOMAIN));
        }
        return node;
    }

    private static JsonNode all(Workspace workspace, Hit hit, AttributeType type) {
        return Json.strings(workspace.catalogue().attributes(hit.object().id()).stream()
                .filter(attribute ->
                        attribute.type() == type && attribute.traits().system())
                .flatMap(attribute -> strings(hit.record(), attribute, property(attribute)).stream())
                .toList());
    }

    private static String title(Workspace workspace, Hit hit) {
        Optional<Attribute> name = workspace.catalogue().attribute(hit.object().id(), "name");
        return name.flatMap(attribute -> strings(hit.record(), attribute, property(attribute)).stream()
                        .findFirst())
                .or(() -> texts(workspace, hit.object(), hit.record()).stream().findFirst())
                .orElse("");
    }
}
