package dev.toolsmith.sandbox.schema;

import java.util.Arrays;
import java.util.Optional;

/** The seventeen types of attributes. */
public enum AttributeType {
    TEXT("text", true),
    NUMBER("number", true),
    CHECKBOX("checkbox", true),
    CURRENCY("currency", true),
    DATE("date", true),
    TIMESTAMP("timestamp", true),
    RATING("rating", true),
    STATUS("status", true),
    SELECT("select", true),
    RECORD_REFERENCE("record-reference", true),
    ACTOR_REFERENCE("actor-reference", true),
    LOCATION("location", true),
    DOMAIN("domain", true),
    EMAIL_ADDRESS("email-address", true),
    PHONE_NUMBER("phone-number", true),
    PERSONAL_NAME("personal-name", false),
    INTERACTION("interaction", false);

    private final String wireName;
    private final boolean creatable;

    AttributeType(String wireName, boolean creatable) {
        this.wireName = wireName;
        this.creatable = creatable;
    }

    /** The name in JSON, such as {@code record-reference}. */
    public String wireName() {
        return wireName;
    }

    /** Whether a call may create attributes of this type. */
    public boolean isCreatable() {
        return creatable;
    }

    /** Whether attributes of this type may hold several values. */
    public boolean allowsMultiple() {
        return switch (this) {
            case SELECT, RECORD_REFERENCE, ACTOR_REFERENCE, DOMAIN, EMAIL_ADDRESS, PHONE_NUMBER -> true;
            default -> false;
        };
    }

    /** Whether values of attributes of this type may be unique. */
    public boolean allowsUnique() {
        return switch (this) {
            case TEXT, NUMBER, DOMAIN, EMAIL_ADDRESS -> true;
            default -> false;
        };
    }

    /** The type with a name in JSON. */
    public static Optional<AttributeType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
