package dev.toolsmith.sandbox.write;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.References;
import dev.toolsmith.sandbox.wire.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes items; everything is checked before anything is changed. */
public final class Writer {
    private final Workspace workspace;
    private final Actor actor;

    public Writer(Workspace workspace, Actor actor) {
        this.workspace = workspace;
        this.actor = actor;
    }

    /** Creates a record, or an entry when there is a parent. */
    public Item create(Owner owner, Drafts drafts, Item.@Nullable Parent parent) {
        List<Attribute> attributes = workspace.catalogue().attributes(owner.id());
        Map<Attribute, List<Content>> planned = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            List<Content> contents =
                    drafts.find(attribute).orElseGet(() -> new Defaults(workspace, actor).of(attribute));
            requireValue(attribute, contents);
            requireUnique(attribute, contents, "");
            planned.put(attribute, contents);
        }
        Instant now = workspace.clock().tick();
        String id = workspace.ids().next(owner.target() + "/" + owner.slug());
        Item item = workspace.items().add(new Item(id, owner.id(), now, parent));
        planned.putAll(systemValues(item, attributes));
        planned.forEach((attribute, contents) -> store(item, attribute, contents, now));
        return item;
    }

    private Map<Attribute, List<Content>> systemValues(Item item, List<Attribute> attributes) {
        Map<Attribute, List<Content>> values = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            switch (attribute.slug()) {
                case "record_id", "entry_id" -> values.put(attribute, List.of(References.text(item.id())));
                case "created_at" -> values.put(attribute, List.of(References.moment(item.createdAt())));
                case "created_by" -> values.put(attribute, List.of(References.actor(actor)));
                case "parent_record" ->
                    values.put(
                            attribute,
                            item
                                    .parent()
                                    .map(parent -> References.record(parent.objectId(), parent.recordId()))
                                    .stream()
                                    .toList());
                default -> {
                    // the caller's values stand
                }
            }
        }
        return values;
    }

    /** Changes the attributes that the drafts name. */
    public void update(Item item, Drafts drafts, Mode mode) {
        update(item, drafts, mode, Optional.empty());
    }

    /** Changes the attributes that the drafts name; the matching attribute only gains values. */
    public void update(Item item, Drafts drafts, Mode mode, Optional<Attribute> matching) {
        drafts.all().forEach((attribute, contents) -> {
            requireValue(attribute, contents);
            requireUnique(attribute, contents, item.id());
        });
        Instant now = workspace.clock().tick();
        drafts.all().forEach((attribute, contents) -> {
            boolean gains = attribute.isMulti() && !contents.isEmpty();
            boolean adds = gains && mode == Mode.ADD;
            boolean matched = gains && matching.filter(attribute::equals).isPresent();
            store(
                    item,
                    attribute,
                    adds
                            ? merged(contents, held(item, attribute))
                            : matched ? merged(held(item, attribute), contents) : contents,
                    now);
        });
    }

    private static List<Content> held(Item item, Attribute attribute) {
        return item.current(attribute.id()).stream()
                .map(value -> new Content(value.content(), value.key()))
                .toList();
    }

    private static List<Content> merged(List<Content> first, List<Content> second) {
        Map<String, Content> distinct = new LinkedHashMap<>();
        first.forEach(content -> distinct.putIfAbsent(content.key(), content));
        second.forEach(content -> distinct.putIfAbsent(content.key(), content));
        return List.copyOf(distinct.values());
    }

    private static void requireValue(Attribute attribute, List<Content> contents) {
        if (attribute.traits().required() && contents.isEmpty()) {
            throw Refusal.invalid("missing_value", "The attribute " + attribute.slug() + " needs a value.");
        }
    }

    private void requireUnique(Attribute attribute, List<Content> contents, String itemId) {
        if (!attribute.traits().unique()) {
            return;
        }
        for (Content content : contents) {
            for (String holder : workspace.items().withValue(attribute.id(), content.key())) {
                if (!holder.equals(itemId)) {
                    throw Refusal.invalid(
                            "uniqueness_conflict",
                            "The value \"" + content.key() + "\" of " + attribute.slug() + " belongs to the record "
                                    + holder + " already.");
                }
            }
        }
    }

    private void store(Item item, Attribute attribute, List<Content> contents, Instant now) {
        List<StoredValue> before = item.current(attribute.id());
        List<StoredValue> after = new ArrayList<>();
        for (Content content : contents) {
            after.add(before.stream()
                    .filter(old -> old.key().equals(content.key()))
                    .findFirst()
                    .orElseGet(() -> StoredValue.open(now, actor, content.keys(), content.key())));
        }
        workspace.items().replace(item, attribute.id(), after, now);
        if (attribute.type() == AttributeType.RECORD_REFERENCE) {
            new Relations(workspace, actor, now).mirror(item, attribute, before, after);
        }
    }

    /** Deletes a record with its entries, notes, threads and the references to it, or an entry. */
    public void delete(Owner owner, Item item) {
        Instant now = workspace.clock().tick();
        new Removal(workspace, actor, now).remove(owner, item);
    }
}
