package dev.toolsmith.it.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A workspace as its API tells it, with the records and entries that were made for the cases.
 *
 * @param tables the objects and lists that the cases are about, by slug
 * @param members the active members
 * @param stock the records and entries by the slug of their object or list
 */
record KnownWorkspace(Map<String, Table> tables, List<Member> members, Map<String, List<Stock>> stock) {
    private static final Set<String> STANDARD = Set.of("companies", "people", "deals", "users", "workspaces");

    /**
     * A member of the workspace.
     *
     * @param id the UUID
     * @param email the address
     */
    record Member(String id, String email) {}

    /**
     * A record or entry that exists.
     *
     * @param id the UUID
     * @param unique its values of unique attributes, by slug
     */
    record Stock(String id, Map<String, String> unique) {}

    Table table(String slug) {
        Table table = tables.get(slug);
        if (table == null) {
            throw new IllegalStateException("No object or list " + slug);
        }
        return table;
    }

    List<Table> objects() {
        return tables.values().stream().filter(table -> !table.list()).toList();
    }

    List<Table> lists() {
        return tables.values().stream().filter(Table::list).toList();
    }

    /** Records that are referred to and never changed. */
    List<Stock> targets(String object) {
        return half(object, 0);
    }

    /** Records and entries that are changed. */
    List<Stock> subjects(String slug) {
        return half(slug, 1);
    }

    private List<Stock> half(String slug, int which) {
        List<Stock> all = stock.getOrDefault(slug, List.of());
        int middle = all.size() / 2;
        return which == 0 ? all.subList(0, middle) : all.subList(middle, all.size());
    }

    /** Builds the workspace over the API, and its records and entries. */
    static KnownWorkspace build(Api api) {
        WorkspaceBuilder.build(api);
        KnownWorkspace bare = new KnownWorkspace(tables(api), members(api), new LinkedHashMap<>());
        StockBuilder.fill(bare, api);
        return bare;
    }

    private static Map<String, Table> tables(Api api) {
        JsonNode plan = WorkspaceBuilder.plan();
        Set<String> wanted = new LinkedHashSet<>(STANDARD);
        plan.required("objects")
                .forEach(object -> wanted.add(object.required("slug").asString()));
        plan.required("lists").forEach(list -> wanted.add(list.required("slug").asString()));
        Map<String, String> slugs = new LinkedHashMap<>();
        JsonNode objects = api.get("/v2/objects");
        objects.forEach(object -> slugs.put(
                object.at("/id/object_id").asString(),
                object.required("api_slug").asString()));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (JsonNode object : objects) {
            Table table = table(api, false, object, "object_id", "", slugs);
            if (wanted.contains(table.slug())) {
                tables.put(table.slug(), table);
            }
        }
        for (JsonNode list : api.get("/v2/lists")) {
            String parent = list.required("parent_object").path(0).asString();
            Table table = table(api, true, list, "list_id", parent, slugs);
            if (wanted.contains(table.slug())) {
                tables.put(table.slug(), table);
            }
        }
        return tables;
    }

    private static Table table(
            Api api, boolean list, JsonNode owner, String idName, String parent, Map<String, String> slugs) {
        String slug = owner.required("api_slug").asString();
        String path = "/v2/" + (list ? "lists/" : "objects/") + slug + "/attributes";
        List<Column> columns = new ArrayList<>();
        for (JsonNode attribute : api.get(path)) {
            columns.add(column(api, slug, path, attribute, slugs));
        }
        return new Table(list, owner.required("id").required(idName).asString(), slug, parent, columns);
    }

    private static Column column(Api api, String owner, String path, JsonNode attribute, Map<String, String> slugs) {
        Type type = Type.named(attribute.required("type").asString());
        String slug = attribute.required("api_slug").asString();
        List<String> targets = new ArrayList<>();
        attribute
                .at("/config/record_reference/allowed_object_ids")
                .forEach(id -> targets.add(slugs.getOrDefault(id.asString(), id.asString())));
        List<Column.Choice> choices = new ArrayList<>();
        if (type == Type.SELECT || type == Type.STATUS) {
            boolean status = type == Type.STATUS;
            for (JsonNode choice : api.get(path + "/" + slug + (status ? "/statuses" : "/options"))) {
                choices.add(new Column.Choice(
                        choice.required("id")
                                .required(status ? "status_id" : "option_id")
                                .asString(),
                        choice.required("title").asString()));
            }
        }
        return new Column(
                owner,
                attribute.at("/id/attribute_id").asString(),
                slug,
                attribute.required("title").asString(),
                type,
                attribute.required("is_multiselect").asBoolean(),
                attribute.required("is_required").asBoolean(),
                attribute.required("is_unique").asBoolean(),
                attribute.required("is_writable").asBoolean(),
                targets,
                choices);
    }

    private static List<Member> members(Api api) {
        List<Member> members = new ArrayList<>();
        for (JsonNode member : api.get("/v2/workspace_members")) {
            if (!member.path("access_level").asString().equals("suspended")) {
                members.add(new Member(
                        member.at("/id/workspace_member_id").asString(),
                        member.required("email_address").asString()));
            }
        }
        return members;
    }
}
