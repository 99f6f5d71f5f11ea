package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The objects, lists and attributes of a workspace, found by UUID or slug. */
public final class Catalogue {
    private final Table<ObjectType> objects = new Table<>();
    private final Table<ListType> lists = new Table<>();
    private final Map<String, Map<String, Attribute>> attributes = new HashMap<>();
    private final Map<String, Attribute> attributesById = new HashMap<>();
    private final Map<String, Map<String, Choice>> choices = new HashMap<>();

    /** The objects, in the order of their creation. */
    public Table<ObjectType> objects() {
        return objects;
    }

    /** The lists, in the order of their creation. */
    public Table<ListType> lists() {
        return lists;
    }

    /** The object with a UUID or slug. */
    public Optional<ObjectType> object(String idOrSlug) {
        return owner(objects, idOrSlug);
    }

    /** The list with a UUID or slug. */
    public Optional<ListType> list(String idOrSlug) {
        return owner(lists, idOrSlug);
    }

    private static <T extends Owner> Optional<T> owner(Table<T> table, String idOrSlug) {
        return table.find(lower(idOrSlug))
                .or(() -> table.all().stream()
                        .filter(owner -> owner.slug().equals(idOrSlug))
                        .findFirst());
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The slug of an object that is known to exist. */
    public String objectSlug(String objectId) {
        return objects.find(objectId).map(ObjectType::slug).orElse(objectId);
    }

    /** The attributes of an object or list in their order, archived ones too. */
    public List<Attribute> attributes(String ownerId) {
        return new ArrayList<>(attributes.getOrDefault(ownerId, Map.of()).values());
    }

    /** The attribute of an object or list with a UUID or slug. */
    public Optional<Attribute> attribute(String ownerId, String idOrSlug) {
        Map<String, Attribute> bySlug = attributes.getOrDefault(ownerId, Map.of());
        Attribute named = bySlug.get(idOrSlug);
        if (named != null) {
            return Optional.of(named);
        }
        return attribute(lower(idOrSlug))
                .filter(attribute -> attribute.ownerId().equals(ownerId));
    }

    /** The attribute with a UUID. */
    public Optional<Attribute> attribute(String id) {
        return Optional.ofNullable(attributesById.get(id));
    }

    /** Adds an attribute, or puts it in the place of the one with the same UUID. */
    public Attribute put(Attribute attribute) {
        Map<String, Attribute> old = attributes.getOrDefault(attribute.ownerId(), Map.of());
        Map<String, Attribute> renamed = new LinkedHashMap<>();
        for (Attribute each : old.values()) {
            Attribute kept = each.id().equals(attribute.id()) ? attribute : each;
            renamed.put(kept.slug(), kept);
        }
        renamed.put(attribute.slug(), attribute);
        attributes.put(attribute.ownerId(), renamed);
        attributesById.put(attribute.id(), attribute);
        return attribute;
    }

    /** The attribute as the API shows it. */
    public ObjectNode json(Attribute attribute) {
        ObjectNode node = attribute.json();
        String inverseId = attribute.inverseId();
        if (inverseId != null) {
            attribute(inverseId).ifPresent(inverse -> {
                ObjectNode relationship = node.putObject("relationship");
                inverse.idInto(relationship.putObject("id"));
                relationship
                        .put("object_slug", objectSlug(inverse.ownerId()))
                        .put("title", inverse.title())
                        .put("api_slug", inverse.slug())
                        .put("is_multiselect", inverse.isMulti());
            });
        }
        return node;
    }

    /** The options or stages of an attribute, in their order, archived ones too. */
    public List<Choice> choices(String attributeId) {
        return new ArrayList<>(choices.getOrDefault(attributeId, Map.of()).values());
    }

    /** The option or stage of an attribute with a UUID or title. */
    public Optional<Choice> choice(String attributeId, String idOrTitle) {
        Map<String, Choice> known = choices.getOrDefault(attributeId, Map.of());
        Choice byId = known.get(lower(idOrTitle));
        if (byId != null) {
            return Optional.of(byId);
        }
        return known.values().stream()
                .filter(choice -> choice.title().equals(idOrTitle))
                .findFirst();
    }

    /** Adds an option or stage, or puts it in the place of the one with the same UUID. */
    public Choice put(Attribute attribute, Choice choice) {
        choices.computeIfAbsent(attribute.id(), id -> new LinkedHashMap<>()).put(choice.id(), choice);
        return choice;
    }
}
