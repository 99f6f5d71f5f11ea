package dev.toolsmith.attio.workspace.facts;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import java.util.List;

/** The attributes that filters and sorts take of every object and list, whether or not they are listed with the others. */
public final class SystemAttributes {

    private static final Attribute CREATED_AT = attribute("created_at", "Created at", AttributeType.TIMESTAMP);
    private static final Attribute CREATED_BY = attribute("created_by", "Created by", AttributeType.ACTOR_REFERENCE);
    private static final List<Attribute> OBJECTS =
            List.of(attribute("record_id", "Record ID", AttributeType.TEXT), CREATED_AT, CREATED_BY);
    private static final List<Attribute> LISTS = List.of(
            attribute("entry_id", "Entry ID", AttributeType.TEXT),
            attribute("parent_record", "Parent record", AttributeType.RECORD_REFERENCE),
            CREATED_AT,
            CREATED_BY);

    private SystemAttributes() {}

    /** Those of objects, or of lists; without UUIDs. */
    public static List<Attribute> of(Kind kind) {
        return kind == Kind.OBJECTS ? OBJECTS : LISTS;
    }

    private static Attribute attribute(String slug, String title, AttributeType type) {
        return new Attribute("", slug, title, type, false, false, false, false, false, false, "", List.of());
    }
}
