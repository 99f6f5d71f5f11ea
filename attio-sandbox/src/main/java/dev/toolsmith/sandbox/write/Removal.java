package dev.toolsmith.sandbox.write;

import dev.toolsmith.sandbox.desk.Desk;
import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.Owner;
import java.time.Instant;
import java.util.List;

/** Takes an item away with all that hangs on it. */
final class Removal {
    private final Workspace workspace;
    private final Relations relations;
    private final Instant now;

    Removal(Workspace workspace, Actor actor, Instant now) {
        this.workspace = workspace;
        this.relations = new Relations(workspace, actor, now);
        this.now = now;
    }

    void remove(Owner owner, Item item) {
        if (owner instanceof ObjectType) {
            removeEntries(item);
            removeReferences(item.id());
            removeFromDesk(item.id());
        } else {
            removeComments(item.id());
        }
        for (Attribute attribute : workspace.catalogue().attributes(owner.id())) {
            workspace.items().replace(item, attribute.id(), List.of(), now);
        }
        workspace.items().remove(item);
    }

    private void removeEntries(Item record) {
        for (Item entry : workspace.items().entriesOf(record.id())) {
            workspace.catalogue().lists().find(entry.ownerId()).ifPresent(list -> remove(list, entry));
        }
    }

    private void removeReferences(String recordId) {
        for (ObjectType object : workspace.catalogue().objects().all()) {
            removeReferences(object, recordId);
        }
        workspace.catalogue().lists().all().forEach(list -> removeReferences(list, recordId));
    }

    private void removeReferences(Owner owner, String recordId) {
        for (Attribute attribute : workspace.catalogue().attributes(owner.id())) {
            if (attribute.type() == AttributeType.RECORD_REFERENCE) {
                for (String holder : List.copyOf(workspace.items().withValue(attribute.id(), recordId))) {
                    workspace
                            .items()
                            .find(owner.id(), holder)
                            .ifPresent(item -> relations.unlink(item, attribute, recordId));
                }
            }
        }
    }

    private void removeFromDesk(String recordId) {
        Desk desk = workspace.desk();
        desk.notes().all().stream()
                .filter(note -> note.parent().recordId().equals(recordId))
                .forEach(note -> desk.notes().remove(note.id()));
        desk.tasks().all().forEach(task -> desk.tasks().put(task.id(), task.without(recordId)));
        desk.comments().all().stream()
                .filter(comment -> comment.record().recordId().equals(recordId))
                .forEach(comment -> desk.comments().remove(comment.id()));
    }

    private void removeComments(String entryId) {
        Desk desk = workspace.desk();
        desk.comments().all().stream()
                .filter(comment -> {
                    var entry = comment.entry();
                    return entry != null && entry.entryId().equals(entryId);
                })
                .forEach(comment -> desk.comments().remove(comment.id()));
    }
}
