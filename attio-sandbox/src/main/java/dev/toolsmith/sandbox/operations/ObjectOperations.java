package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.SchemaBuilder;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.List;

/** Objects. */
final class ObjectOperations {
    private static final String READ = "object_configuration:read";
    private static final String WRITE = "object_configuration:read-write";

    private ObjectOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/objects", ObjectOperations::list, READ),
                Route.of("POST", "/v2/objects", ObjectOperations::create, WRITE),
                Route.of("GET", "/v2/objects/{object}", ObjectOperations::get, READ),
                Route.of("PATCH", "/v2/objects/{object}", ObjectOperations::update, WRITE));
    }

    private static Answer list(Call call) {
        return Answer.data(call.workspace().catalogue().objects().all().stream()
                .map(ObjectType::json)
                .toList());
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        Workspace workspace = call.workspace();
        ObjectType object = new ObjectType(
                "",
                data.nonEmpty("api_slug"),
                data.nonEmpty("singular_noun"),
                data.nonEmpty("plural_noun"),
                false,
                workspace.clock().now());
        requireFree(call, object);
        return Answer.data(new SchemaBuilder(workspace)
                .object(object.slug(), object.singular(), object.plural(), false)
                .json());
    }

    private static void requireFree(Call call, ObjectType wanted) {
        boolean taken = call.workspace().catalogue().objects().all().stream()
                .filter(object -> !object.id().equals(wanted.id()))
                .anyMatch(object -> object.slug().equals(wanted.slug())
                        || object.singular().equalsIgnoreCase(wanted.singular())
                        || object.plural().equalsIgnoreCase(wanted.plural()));
        if (taken) {
            throw Refusal.conflict("slug_conflict", "Another object has this slug or one of these nouns.");
        }
    }

    private static Answer get(Call call) {
        return Answer.data(Places.object(call).json());
    }

    private static Answer update(Call call) {
        ObjectType object = Places.object(call);
        Fields data = call.data();
        if (data.node().isEmpty()) {
            throw Refusal.body(List.of("data"), "needs at least one property");
        }
        ObjectType renamed = object.renamed(
                data.has("api_slug") ? data.nonEmpty("api_slug") : object.slug(),
                data.has("singular_noun") ? data.nonEmpty("singular_noun") : object.singular(),
                data.has("plural_noun") ? data.nonEmpty("plural_noun") : object.plural());
        requireFree(call, renamed);
        call.workspace().clock().tick();
        return Answer.data(
                call.workspace().catalogue().objects().put(object.id(), renamed).json());
    }
}
