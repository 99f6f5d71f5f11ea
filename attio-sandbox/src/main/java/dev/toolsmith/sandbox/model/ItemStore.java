package dev.toolsmith.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All records and entries, with an index over the values of every attribute and one over the parents of entries. */
public final class ItemStore {
    private final Map<String, Map<String, Item>> byOwner = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> byValue = new HashMap<>();
    private final Map<String, Set<Item>> byParent = new HashMap<>();

    /** The item of an object or list with an id. */
    public Optional<Item> find(String ownerId, String id) {
        return Optional.ofNullable(byOwner.getOrDefault(ownerId, Map.of()).get(id.toLowerCase(Locale.ROOT)));
    }

    /** All items of an object or list, oldest first. */
    public List<Item> all(String ownerId) {
        return new ArrayList<>(byOwner.getOrDefault(ownerId, Map.of()).values());
    }

    /** The entries that stand for a record, oldest first. */
    public List<Item> entriesOf(String recordId) {
        return List.copyOf(byParent.getOrDefault(recordId, Set.of()));
    }

    /** The items whose attribute has a value with the key now. */
    public Set<String> withValue(String attributeId, String key) {
        return byValue.getOrDefault(attributeId, Map.of()).getOrDefault(key, Set.of());
    }

    /** Adds an item without values. */
    public Item add(Item item) {
        byOwner.computeIfAbsent(item.ownerId(), owner -> new LinkedHashMap<>()).put(item.id(), item);
        item.parent()
                .ifPresent(parent -> byParent.computeIfAbsent(parent.recordId(), record -> new LinkedHashSet<>())
                        .add(item));
        return item;
    }

    /** Removes an item, whose attributes must have been emptied before. */
    public void remove(Item item) {
        byOwner.getOrDefault(item.ownerId(), new HashMap<>()).remove(item.id());
        item.parent()
                .ifPresent(parent -> byParent.getOrDefault(parent.recordId(), new LinkedHashSet<>())
                        .remove(item));
    }

    /** Makes the values those that an attribute of an item has from a moment on. */
    public void replace(Item item, String attributeId, List<StoredValue> values, Instant now) {
        Map<String, Set<String>> index = byValue.computeIfAbsent(attributeId, attribute -> new HashMap<>());
        for (StoredValue old : item.current(attributeId)) {
            Set<String> holders = index.getOrDefault(old.key(), new LinkedHashSet<>());
            holders.remove(item.id());
            if (holders.isEmpty()) {
                index.remove(old.key());
            }
        }
        item.replace(attributeId, values, now);
        for (StoredValue value : values) {
            index.computeIfAbsent(value.key(), key -> new LinkedHashSet<>()).add(item.id());
        }
    }
}
