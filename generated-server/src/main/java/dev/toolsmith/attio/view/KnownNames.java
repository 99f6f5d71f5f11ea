package dev.toolsmith.attio.view;

import dev.toolsmith.runtime.text.ShortText;
import java.util.Map;
import java.util.Optional;

/**
 * What a workspace calls the things of an answer, as far as it is known.
 *
 * @param titles of the attributes, by slug
 * @param records names of records, by UUID
 * @param members names of members, by UUID
 */
record KnownNames(Map<String, String> titles, Map<String, String> records, Map<String, String> members) {

    private static final int LONGEST = 100;
    static final KnownNames NONE = new KnownNames(Map.of(), Map.of(), Map.of());

    KnownNames {
        titles = Map.copyOf(titles);
        records = Map.copyOf(records);
        members = Map.copyOf(members);
    }

    Optional<String> title(String attribute) {
        return Optional.ofNullable(titles.get(attribute)).map(title -> ShortText.of(title, LONGEST));
    }

    Optional<String> record(String id) {
        return Optional.ofNullable(records.get(id));
    }

    Optional<String> member(String id) {
        return Optional.ofNullable(members.get(id)).map(name -> ShortText.of(name, LONGEST));
    }
}
