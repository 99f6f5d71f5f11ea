package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.names.PlacedCall;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values that a call writes.
 *
 * @param mode what becomes of them
 * @param place the object or list
 * @param values what is written, by slug or UUID of the attribute; not to be changed
 * @param matching the slug or UUID of the attribute that finds the record; empty for other modes, and for entries
 */
record Write(Mode mode, Place place, ObjectNode values, String matching) {

    /** What becomes of the values that are written. */
    enum Mode {
        /** They make a new record or entry. */
        CREATE,
        /** They change the record or entry that is found, else they make one. */
        ASSERT,
        /** They change a record or entry. */
        UPDATE
    }

    /** What a call writes; empty when it writes no values. */
    static Optional<Write> of(PlacedCall call) {
        boolean ofList = call.place().kind() == Kind.LISTS;
        JsonNode values = call.arguments().path("data").path(member(ofList));
        String path = call.tool().descriptor().path();
        boolean all = path.endsWith(ofList ? "/entries" : "/records");
        boolean one = path.endsWith(ofList ? "/{entry_id}" : "/{record_id}");
        if (!(all || one) || !(values instanceof ObjectNode written)) {
            return Optional.empty();
        }
        Mode mode = one ? Mode.UPDATE : call.tool().descriptor().method().equals("POST") ? Mode.CREATE : Mode.ASSERT;
        return Optional.of(new Write(
                mode,
                call.place(),
                written,
                call.arguments().path("matching_attribute").asString("")));
    }

    /** The JSON pointer in the arguments of what is written for an attribute; a long one is cut. */
    String pointer(String attribute) {
        String key = attribute.replace("~", "~0").replace("/", "~1");
        return "/data/" + member(place.kind() == Kind.LISTS) + "/" + Said.name(key);
    }

    private static String member(boolean ofList) {
        return ofList ? "entry_values" : "values";
    }
}
