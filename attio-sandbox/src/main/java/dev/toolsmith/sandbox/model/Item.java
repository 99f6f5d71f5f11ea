package dev.toolsmith.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of an object or an entry of a list, with the values of its attributes and their history. */
public final class Item {
    private final String id;
    private final String ownerId;
    private final Instant createdAt;
    private final @Nullable Parent parent;
    private final Map<String, List<StoredValue>> current = new HashMap<>();
    private final Map<String, List<StoredValue>> closed = new HashMap<>();

    public Item(String id, String ownerId, Instant createdAt, @Nullable Parent parent) {
        this.id = id;
        this.ownerId = ownerId;
        this.createdAt = createdAt;
        this.parent = parent;
    }

    /**
     * The record that an entry stands for.
     *
     * @param objectId the object of the record
     * @param recordId the record
     */
    public record Parent(String objectId, String recordId) {}

    /** The record's or entry's id. */
    public String id() {
        return id;
    }

    /** The id of its object or list. */
    public String ownerId() {
        return ownerId;
    }

    /** When it was created. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The parent record of an entry. */
    public Optional<Parent> parent() {
        return Optional.ofNullable(parent);
    }

    /** The values that an attribute has now, in their order. */
    public List<StoredValue> current(String attributeId) {
        return current.getOrDefault(attributeId, List.of());
    }

    /** The values that an attribute has or had, newest first. */
    public List<StoredValue> history(String attributeId) {
        List<StoredValue> all = new ArrayList<>(current(attributeId));
        all.addAll(closed.getOrDefault(attributeId, List.of()));
        return all;
    }

    /** Makes the values those that an attribute has now; what is no longer among them ends at the moment. */
    void replace(String attributeId, List<StoredValue> values, Instant now) {
        List<StoredValue> ended = new ArrayList<>();
        for (StoredValue old : current(attributeId)) {
            if (!values.contains(old)) {
                ended.add(old.closed(now));
            }
        }
        if (!ended.isEmpty()) {
            ended.addAll(closed.getOrDefault(attributeId, List.of()));
            closed.put(attributeId, List.copyOf(ended));
        }
        current.put(attributeId, List.copyOf(values));
    }
}
