package dev.toolsmith.sandbox.write;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.Site;
import dev.toolsmith.sandbox.values.ValueKind;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The values of a write, read and checked one by one against their attributes. */
public final class Drafts {
    private final Map<Attribute, List<Content>> byAttribute = new LinkedHashMap<>();

    /** Reads {@code values} or {@code entry_values}. */
    public static Drafts read(Workspace workspace, Owner owner, Fields values, String group) {
        Drafts drafts = new Drafts();
        for (var property : values.node().properties()) {
            Attribute attribute = workspace
                    .catalogue()
                    .attribute(owner.id(), property.getKey())
                    .filter(known -> !known.traits().archived())
                    .orElseThrow(() -> Refusal.invalid(
                            "value_not_found",
                            "There is no attribute \"" + property.getKey() + "\" on " + owner.slug() + "."));
            requireWritable(attribute);
            Site site = new Site(workspace, attribute, group);
            drafts.byAttribute.put(attribute, contents(property.getValue(), site));
        }
        return drafts;
    }

    private static void requireWritable(Attribute attribute) {
        if (attribute.slug().equals("parent_record")) {
            throw Refusal.invalid("immutable_value", "The parent record of an entry cannot change.");
        }
        if (!attribute.traits().writable()) {
            throw Refusal.invalid(
                    "system_edit_unauthorized", "The attribute " + attribute.slug() + " cannot be written.");
        }
    }

    private static List<Content> contents(JsonNode value, Site site) {
        Attribute attribute = site.attribute();
        if (value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            if (attribute.isMulti()) {
                throw site.malformed("must be an array, for it holds several values");
            }
            return List.of(ValueKinds.of(attribute.type()).read(value, site));
        }
        if (value.size() > 1 && !attribute.isMulti()) {
            throw site.malformed("must not hold more than one value");
        }
        ValueKind kind = ValueKinds.of(attribute.type());
        Map<String, Content> distinct = new LinkedHashMap<>();
        for (JsonNode element : value) {
            Content content = kind.read(element, site);
            distinct.putIfAbsent(content.key(), content);
        }
        return List.copyOf(distinct.values());
    }

    /** The values of an attribute; empty when the write does not name it. */
    public Optional<List<Content>> find(Attribute attribute) {
        return Optional.ofNullable(byAttribute.get(attribute));
    }

    /** The attributes that the write names, in its order, with their values. */
    public Map<Attribute, List<Content>> all() {
        return byAttribute;
    }
}
