package dev.toolsmith.sandbox.write;

import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.References;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other sides of two-sided relationships, which follow every change of one side. */
final class Relations {
    private final Workspace workspace;
    private final Actor actor;
    private final Instant now;

    Relations(Workspace workspace, Actor actor, Instant now) {
        this.workspace = workspace;
        this.actor = actor;
        this.now = now;
    }

    /** Carries a change of one side over to the other. */
    void mirror(Item item, Attribute attribute, List<StoredValue> before, List<StoredValue> after) {
        inverse(attribute).ifPresent(inverse -> {
            before.stream()
                    .filter(old -> lacks(after, old.key()))
                    .forEach(old -> other(old).ifPresent(target -> unlink(target, inverse, item.id())));
            after.stream()
                    .filter(value -> lacks(before, value.key()))
                    .forEach(value -> other(value).ifPresent(target -> link(target, inverse, attribute, item)));
        });
    }

    private Optional<Attribute> inverse(Attribute attribute) {
        return Optional.ofNullable(attribute.inverseId()).flatMap(workspace.catalogue()::attribute);
    }

    private Optional<Item> other(StoredValue reference) {
        RecordKey target = References.target(reference);
        return workspace.items().find(target.objectId(), target.recordId());
    }

    private static boolean lacks(List<StoredValue> values, String key) {
        return values.stream().noneMatch(value -> value.key().equals(key));
    }

    /** Takes a record out of an attribute of an item. */
    void unlink(Item item, Attribute attribute, String recordId) {
        List<StoredValue> left = item.current(attribute.id()).stream()
                .filter(value -> !value.key().equals(recordId))
                .toList();
        workspace.items().replace(item, attribute.id(), left, now);
    }

    private void link(Item target, Attribute inverse, Attribute attribute, Item item) {
        List<StoredValue> held = target.current(inverse.id());
        if (!lacks(held, item.id())) {
            return;
        }
        Content content = References.record(item.ownerId(), item.id());
        List<StoredValue> linked = new ArrayList<>();
        linked.add(StoredValue.open(now, actor, content.keys(), content.key()));
        if (inverse.isMulti()) {
            linked.addAll(held);
        } else {
            held.forEach(old -> other(old).ifPresent(former -> unlink(former, attribute, target.id())));
        }
        workspace.items().replace(target, inverse.id(), linked, now);
    }
}
