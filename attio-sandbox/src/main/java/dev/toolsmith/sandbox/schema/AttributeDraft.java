package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An attribute on its way into the catalogue: writable, optional and single-valued unless said otherwise. */
public final class AttributeDraft {
    private final String slug;
    private final String title;
    private final AttributeType type;
    private final List<String> allowedObjectIds = new ArrayList<>();
    private JsonNode defaultValue = JsonNodeFactory.instance.nullNode();
    private @Nullable String description;
    private @Nullable String currencyCode;
    private @Nullable String displayType;
    private boolean system;
    private boolean readOnly;
    private boolean required;
    private boolean unique;
    private boolean multi;
    private boolean enriched;

    public AttributeDraft(String slug, String title, AttributeType type) {
        this.slug = slug;
        this.title = title;
        this.type = type;
    }

    /** Attio brings it. */
    public AttributeDraft system() {
        system = true;
        return this;
    }

    /** No call writes it. */
    public AttributeDraft readOnly() {
        readOnly = true;
        return this;
    }

    /** Every item needs a value. */
    public AttributeDraft required() {
        required = true;
        return this;
    }

    /** A value occurs in one item only. */
    public AttributeDraft unique() {
        unique = true;
        return this;
    }

    /** It holds several values. */
    public AttributeDraft multi() {
        multi = true;
        return this;
    }

    /** Attio fills it, so that it has no history. */
    public AttributeDraft enriched() {
        enriched = true;
        return this;
    }

    /** What it is for. */
    public AttributeDraft describedAs(@Nullable String text) {
        description = text;
        return this;
    }

    /** Amounts are in this currency. */
    public AttributeDraft currency(String code, String display) {
        currencyCode = code;
        displayType = display;
        return this;
    }

    /** Records of this object may be referenced. */
    public AttributeDraft refersTo(ObjectType object) {
        allowedObjectIds.add(object.id());
        return this;
    }

    /** The default as the API shows it. */
    public AttributeDraft defaultValue(JsonNode value) {
        defaultValue = value;
        return this;
    }

    /** A dynamic default. */
    public AttributeDraft dynamicDefault(String template) {
        return defaultValue(Json.object().put("type", "dynamic").put("template", template));
    }

    /** Adds the attribute to an object or list. */
    public Attribute add(Workspace workspace, Owner owner) {
        return workspace.catalogue().put(build(workspace, workspace.ids().next("attribute"), owner.id()));
    }

    /** The attribute, which is not added anywhere. */
    public Attribute build(Workspace workspace, String id, String ownerId) {
        Attribute.Traits traits = new Attribute.Traits(system, !readOnly, required, unique, multi, false, enriched);
        Attribute.Config config = new Attribute.Config(currencyCode, displayType, allowedObjectIds);
        return new Attribute(
                id,
                ownerId,
                slug,
                title,
                description,
                type,
                traits,
                config,
                defaultValue,
                null,
                workspace.clock().now());
    }
}
