package dev.toolsmith.attio.workspace.facts;

/** The types of attributes that Attio has, and those that it may get. */
public enum AttributeType {
    TEXT("text"),
    NUMBER("number"),
    CHECKBOX("checkbox"),
    CURRENCY("currency"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    RATING("rating"),
    STATUS("status"),
    SELECT("select"),
    RECORD_REFERENCE("record-reference"),
    ACTOR_REFERENCE("actor-reference"),
    LOCATION("location"),
    DOMAIN("domain"),
    EMAIL_ADDRESS("email-address"),
    PHONE_NUMBER("phone-number"),
    PERSONAL_NAME("personal-name"),
    INTERACTION("interaction"),
    /** A type that is newer than this server: of its values nothing is known. */
    UNKNOWN("");

    private final String wireName;

    AttributeType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON, such as {@code record-reference}. */
    public String wireName() {
        return wireName;
    }

    /** The type with a name in JSON. */
    static AttributeType named(String wireName) {
        for (AttributeType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        return UNKNOWN;
    }

    /** Whether its values are chosen from options or statuses. */
    public boolean isChoice() {
        return this == SELECT || this == STATUS;
    }
}
