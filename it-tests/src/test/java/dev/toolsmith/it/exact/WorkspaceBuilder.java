package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the objects, lists, attributes, options and statuses of {@code workspace.json}, one call after the other. */
final class WorkspaceBuilder {
    private final Api api;

    private WorkspaceBuilder(Api api) {
        this.api = api;
    }

    static void build(Api api) {
        WorkspaceBuilder builder = new WorkspaceBuilder(api);
        JsonNode plan = plan();
        plan.required("objects").forEach(builder::object);
        plan.required("lists").forEach(builder::list);
        plan.required("attributes").forEach(builder::attribute);
    }

    static JsonNode plan() {
        return Json.resource("exact/workspace.json");
    }

    private void post(String path, ObjectNode data) {
        api.data("POST", "/v2/" + path, Optional.of(Draw.object("data", data)));
    }

    private void object(JsonNode object) {
        post(
                "objects",
                Json.object()
                        .put("api_slug", object.required("slug").asString())
                        .put("singular_noun", object.required("singular").asString())
                        .put("plural_noun", object.required("plural").asString()));
    }

    private void list(JsonNode list) {
        ObjectNode data = Json.object()
                .put("api_slug", list.required("slug").asString())
                .put("name", list.required("name").asString())
                .put("parent_object", list.required("parent").asString())
                .put("workspace_access", "full-access");
        data.putArray("workspace_member_access");
        post("lists", data);
    }

    private void attribute(JsonNode attribute) {
        String path = attribute.required("on").asString() + "/attributes";
        String type = attribute.required("type").asString();
        String slug = attribute.required("slug").asString();
        ObjectNode data = Json.object()
                .put("title", attribute.required("title").asString())
                .put("api_slug", slug)
                .put("type", type)
                .putNull("description")
                .put("is_required", attribute.path("required").asBoolean(false))
                .put("is_unique", attribute.path("unique").asBoolean(false))
                .put("is_multiselect", attribute.path("multi").asBoolean(false));
        ObjectNode config = data.putObject("config");
        if (attribute.has("currency")) {
            config.putObject("currency")
                    .put("default_currency_code", attribute.required("currency").asString())
                    .put("display_type", "symbol");
        }
        if (attribute.has("targets")) {
            config.putObject("record_reference").set("allowed_objects", attribute.required("targets"));
        }
        post(path, data);
        String choices = type.equals("status") ? "statuses" : "options";
        for (JsonNode title : attribute.path("choices")) {
            post(path + "/" + slug + "/" + choices, Json.object().put("title", title.asString()));
        }
    }
}
