package dev.toolsmith.attio.workspace.facts;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.account.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The facts of a workspace, and how they are read of Attio's answers. */
public final class WorkspaceFacts {

    private WorkspaceFacts() {}

    /** The objects of the workspace that are in use. */
    public static Fact<List<Owner>> objects() {
        return new Fact<>(
                FactNames.owners(Kind.OBJECTS), "list_all_attio_objects", arguments(), sorted(WorkspaceFacts::object));
    }

    /** The lists that the credential sees. */
    public static Fact<List<Owner>> lists() {
        return new Fact<>(
                FactNames.owners(Kind.LISTS), "list_all_attio_lists", arguments(), sorted(WorkspaceFacts::list));
    }

    /** Objects, or lists. */
    public static Fact<List<Owner>> owners(Kind kind) {
        return kind == Kind.OBJECTS ? objects() : lists();
    }

    /** The members of the workspace. */
    public static Fact<List<Member>> members() {
        return new Fact<>(
                FactNames.MEMBERS, "list_all_attio_workspace_members", arguments(), each(WorkspaceFacts::member));
    }

    /** The scopes that the credential has. */
    public static Fact<List<String>> scopes() {
        return new Fact<>("scopes", "list_all_attio_auth_session", arguments(), answer -> {
            if (!answer.path("active").asBoolean(false)) {
                throw new IllegalArgumentException("The answer tells of no active token");
            }
            return List.of(answer.path("scope").asString().strip().split(" +"));
        });
    }

    /**
     * The attributes of an object or list, archived ones too, in Attio's order: all, or a page where Attio answers with
     * one, as {@link AttributePages} finds out.
     *
     * @param slug the object's or list's slug, not its UUID, so that nothing is read twice
     */
    public static Fact<List<Attribute>> attributes(Kind kind, String slug) {
        return attributes(kind, slug, 0);
    }

    /**
     * The attributes behind the first ones.
     *
     * @param offset how many are before them
     */
    static Fact<List<Attribute>> attributes(Kind kind, String slug, int offset) {
        ObjectNode arguments =
                arguments().put("target", kind.target()).put("identifier", slug).put("show_archived", true);
        return new Fact<>(
                FactNames.attributes(kind, slug) + offset,
                "list_all_attio_attributes",
                offset == 0 ? arguments : arguments.put("offset", offset),
                each(WorkspaceFacts::attribute));
    }

    /** The options or statuses of an attribute, archived ones too, in Attio's order. */
    public static Fact<List<Choice>> choices(Kind kind, String owner, Attribute attribute) {
        boolean status = attribute.type() == AttributeType.STATUS;
        return new Fact<>(
                FactNames.choices(kind, owner, attribute),
                status ? "list_all_attio_statuses" : "list_all_attio_attribute_options",
                arguments()
                        .put("target", kind.target())
                        .put("identifier", owner)
                        .put("attribute", attribute.id().isEmpty() ? attribute.slug() : attribute.id())
                        .put("show_archived", true),
                each(status ? choice("status_id") : choice("option_id")));
    }

    private static ObjectNode arguments() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Owners by slug: Attio promises no order, and another one is no change. */
    private static Function<JsonNode, List<Owner>> sorted(Function<JsonNode, Owner> reading) {
        return each(reading)
                .andThen(owners -> owners.stream()
                        .sorted(Comparator.comparing(Owner::slug).thenComparing(Owner::id))
                        .toList());
    }

    private static <T> Function<JsonNode, List<T>> each(Function<JsonNode, T> reading) {
        return answer -> {
            JsonNode data = answer.path("data");
            if (!data.isArray()) {
                throw new IllegalArgumentException("The answer has no array \"data\"");
            }
            List<T> all = new ArrayList<>(data.size());
            data.forEach(one -> all.add(reading.apply(one)));
            return List.copyOf(all);
        };
    }

    private static Owner object(JsonNode object) {
        String id = text(object.path("id"), "object_id");
        String slug = object.path("api_slug").asString(id);
        return new Owner(
                Kind.OBJECTS,
                id,
                slug,
                List.of(
                        object.path("plural_noun").asString(slug),
                        object.path("singular_noun").asString(slug)),
                List.of());
    }

    private static Owner list(JsonNode list) {
        List<String> parents = new ArrayList<>();
        list.path("parent_object").forEach(parent -> parents.add(parent.asString()));
        return new Owner(
                Kind.LISTS,
                text(list.path("id"), "list_id"),
                text(list, "api_slug"),
                List.of(text(list, "name")),
                parents);
    }

    private static Member member(JsonNode member) {
        String name = text(member, "first_name") + " " + text(member, "last_name");
        return new Member(text(member.path("id"), "workspace_member_id"), text(member, "email_address"), name.strip());
    }

    private static Attribute attribute(JsonNode attribute) {
        List<String> allowed = new ArrayList<>();
        attribute
                .path("config")
                .path("record_reference")
                .path("allowed_object_ids")
                .forEach(id -> allowed.add(id.asString()));
        return new Attribute(
                text(attribute.path("id"), "attribute_id"),
                text(attribute, "api_slug"),
                text(attribute, "title"),
                AttributeType.named(text(attribute, "type")),
                attribute.path("is_writable").asBoolean(true),
                attribute.path("is_required").asBoolean(false),
                attribute.path("is_default_value_enabled").asBoolean(false),
                attribute.path("is_unique").asBoolean(false),
                attribute.path("is_multiselect").asBoolean(false),
                attribute.path("is_archived").asBoolean(false),
                text(attribute.path("config").path("currency"), "default_currency_code"),
                allowed);
    }

    private static Function<JsonNode, Choice> choice(String id) {
        return choice -> new Choice(
                text(choice.path("id"), id),
                text(choice, "title"),
                choice.path("is_archived").asBoolean(false));
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
