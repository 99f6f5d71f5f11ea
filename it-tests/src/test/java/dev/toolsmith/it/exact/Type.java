package dev.toolsmith.it.exact;

import java.util.Arrays;
import java.util.Locale;

/** The types of attributes. */
enum Type {
    TEXT,
    NUMBER,
    CHECKBOX,
    CURRENCY,
    DATE,
    TIMESTAMP,
    RATING,
    STATUS,
    SELECT,
    RECORD_REFERENCE,
    ACTOR_REFERENCE,
    LOCATION,
    DOMAIN,
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    PERSONAL_NAME,
    INTERACTION;

    /** The name in JSON, such as {@code record-reference}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Type named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
