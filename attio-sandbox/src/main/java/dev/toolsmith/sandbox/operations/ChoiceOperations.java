package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Choice;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options of select attributes and stages of status attributes. */
final class ChoiceOperations {
    private static final String READ = "object_configuration:read";
    private static final String WRITE = "object_configuration:read-write";
    private static final String ATTRIBUTE = "/v2/{target}/{identifier}/attributes/{attribute}";
    private static final String TARGET_TIME = "target_time_in_status";
    private static final String CELEBRATION = "celebration_enabled";
    private static final Pattern DURATION = Pattern.compile(
            "P(?:(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(?:T(\\d+(?:[.,]\\d+)?H)?(\\d+(?:[.,]\\d+)?M)?(\\d+(?:[.,]\\d+)?S)?)?)");

    private ChoiceOperations() {}

    /** The operations. */
    static List<Route> routes() {
        String options = ATTRIBUTE + "/options";
        String statuses = ATTRIBUTE + "/statuses";
        return List.of(
                Route.of("GET", options, call -> list(call, AttributeType.SELECT), READ),
                Route.of("POST", options, call -> create(call, AttributeType.SELECT), WRITE),
                Route.of("PATCH", options + "/{option}", call -> update(call, AttributeType.SELECT, "option"), WRITE),
                Route.of("GET", statuses, call -> list(call, AttributeType.STATUS), READ),
                Route.of("POST", statuses, call -> create(call, AttributeType.STATUS), WRITE),
                Route.of("PATCH", statuses + "/{status}", call -> update(call, AttributeType.STATUS, "status"), WRITE));
    }

    private static Attribute attribute(Call call) {
        return Places.attribute(call, Places.owner(call));
    }

    private static Answer list(Call call, AttributeType type) {
        Attribute attribute = attribute(call);
        if (attribute.type() != type) {
            throw Refusal.notFound("The attribute " + attribute.slug() + " is not of type " + type.wireName() + ".");
        }
        boolean archived = call.query().flag("show_archived");
        return Answer.data(call.workspace().catalogue().choices(attribute.id()).stream()
                .filter(choice -> archived || !choice.archived())
                .map(choice -> choice.json(attribute))
                .toList());
    }

    private static void requireType(Attribute attribute, AttributeType type) {
        if (attribute.type() != type) {
            throw Refusal.body(
                    List.of("data"), "does not fit " + attribute.slug() + ", which is not of type " + type.wireName());
        }
    }

    private static Answer create(Call call, AttributeType type) {
        Attribute attribute = attribute(call);
        requireType(attribute, type);
        Fields data = call.data();
        String title = data.nonEmpty("title");
        requireFree(call, attribute, title, "");
        boolean celebration = data.has(CELEBRATION) && data.flag(CELEBRATION);
        String targetTime = targetTime(data, null);
        call.workspace().clock().tick();
        Choice choice = new Choice(call.workspace().ids().next("choice"), title, false, celebration, targetTime);
        return Answer.data(call.workspace().catalogue().put(attribute, choice).json(attribute));
    }

    private static @Nullable String targetTime(Fields data, @Nullable String old) {
        if (!data.has(TARGET_TIME)) {
            return old;
        }
        String time = data.textOrNull(TARGET_TIME).orElse(null);
        if (time != null && !DURATION.matcher(time).matches()) {
            throw data.refuse(TARGET_TIME, "must be an ISO 8601 duration", "invalid_string");
        }
        return time;
    }

    private static void requireFree(Call call, Attribute attribute, String title, String id) {
        boolean taken = call.workspace().catalogue().choices(attribute.id()).stream()
                .anyMatch(choice -> choice.title().equals(title) && !choice.id().equals(id));
        if (taken) {
            throw Refusal.conflict(
                    "slug_conflict", "The attribute " + attribute.slug() + " has \"" + title + "\" already.");
        }
    }

    private static Answer update(Call call, AttributeType type, String variable) {
        Attribute attribute = attribute(call);
        requireType(attribute, type);
        String named = call.variable(variable);
        Choice old = call.workspace()
                .catalogue()
                .choice(attribute.id(), named)
                .orElseThrow(() -> Refusal.invalid(
                        "value_not_found", "The attribute " + attribute.slug() + " has no \"" + named + "\"."));
        Fields data = call.data();
        String title = data.has("title") ? data.nonEmpty("title") : old.title();
        requireFree(call, attribute, title, old.id());
        Choice changed = new Choice(
                old.id(),
                title,
                data.has("is_archived") ? data.flag("is_archived") : old.archived(),
                data.has(CELEBRATION) ? data.flag(CELEBRATION) : old.celebration(),
                targetTime(data, old.targetTime()));
        call.workspace().clock().tick();
        return Answer.data(call.workspace().catalogue().put(attribute, changed).json(attribute));
    }
}
