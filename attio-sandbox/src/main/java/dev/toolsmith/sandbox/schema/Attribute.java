package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attribute of an object or a list.
 *
 * @param id the UUID
 * @param ownerId the object or list
 * @param slug the slug
 * @param title the title
 * @param description what it is for; null for nothing said
 * @param type the type of its values
 * @param traits what may be done with it
 * @param config what its type needs to know
 * @param defaultValue the default as the API shows it; a JSON null for none
 * @param inverseId the other side of a two-sided relationship; null for none
 * @param createdAt when it was created
 */
public record Attribute(
        String id,
        String ownerId,
        String slug,
        String title,
        @Nullable String description,
        AttributeType type,
        Traits traits,
        Config config,
        JsonNode defaultValue,
        @Nullable String inverseId,
        Instant createdAt) {

    /**
     * What may be done with an attribute.
     *
     * @param system whether Attio brings it
     * @param writable whether calls may write it
     * @param required whether every item needs a value
     * @param unique whether a value occurs in one item only
     * @param multi whether it holds several values
     * @param archived whether it is out of use
     * @param enriched whether Attio fills it, so that it has no history
     */
    public record Traits(
            boolean system,
            boolean writable,
            boolean required,
            boolean unique,
            boolean multi,
            boolean archived,
            boolean enriched) {}

    /**
     * What a type needs to know.
     *
     * @param currencyCode the currency of amounts; null for other types
     * @param displayType how amounts are shown; null for other types
     * @param allowedObjectIds the objects that may be referenced; empty for any
     */
    public record Config(
            @Nullable String currencyCode, @Nullable String displayType, List<String> allowedObjectIds) {
        /** The configuration of types that need none. */
        public static final Config NONE = new Config(null, null, List.of());

        public Config {
            allowedObjectIds = List.copyOf(allowedObjectIds);
        }
    }

    /** Adds the ids of the workspace, the owner and the attribute. */
    public ObjectNode idInto(ObjectNode node) {
        return node.put("workspace_id", Ids.WORKSPACE).put("object_id", ownerId).put("attribute_id", id);
    }

    /** Whether it holds several values. */
    public boolean isMulti() {
        return traits.multi();
    }

    /** This attribute with another inverse. */
    public Attribute withInverse(String inverse) {
        return new Attribute(
                id, ownerId, slug, title, description, type, traits, config, defaultValue, inverse, createdAt);
    }

    /** The attribute as the API shows it, but for {@code relationship}, which is null. */
    public ObjectNode json() {
        ObjectNode node = dev.toolsmith.sandbox.wire.Json.object();
        idInto(node.putObject("id"));
        node.put("title", title).put("description", description).put("api_slug", slug);
        node.put("type", type.wireName())
                .put("is_system_attribute", traits.system())
                .put("is_writable", traits.writable())
                .put("is_required", traits.required())
                .put("is_unique", traits.unique())
                .put("is_multiselect", traits.multi())
                .put("is_default_value_enabled", !defaultValue.isNull())
                .put("is_archived", traits.archived());
        node.set("default_value", defaultValue);
        node.putNull("relationship");
        node.put("created_at", Moments.text(createdAt));
        node.set("config", configJson());
        return node;
    }

    private ObjectNode configJson() {
        ObjectNode node = dev.toolsmith.sandbox.wire.Json.object();
        node.putObject("currency")
                .put("default_currency_code", config.currencyCode())
                .put("display_type", config.displayType());
        ObjectNode reference = node.putObject("record_reference");
        if (type == AttributeType.RECORD_REFERENCE && !config.allowedObjectIds().isEmpty()) {
            config.allowedObjectIds().forEach(reference.putArray("allowed_object_ids")::add);
        } else {
            reference.putNull("allowed_object_ids");
        }
        return node;
    }
}
