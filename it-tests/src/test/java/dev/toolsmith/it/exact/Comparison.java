package dev.toolsmith.it.exact;

import java.util.List;

/**
 * What may be asked of a property of a type.
 *
 * @param property the property
 * @param operand what it is compared with
 * @param operators the operators that work
 * @param doubtful operators of which it is not known whether they work
 */
record Comparison(String property, Operand operand, List<String> operators, List<String> doubtful) {
    /** Every operator that there is. */
    static final List<String> OPERATORS = List.of(
            "$eq", "$not_empty", "$in", "$contains", "$starts_with", "$ends_with", "$lt", "$lte", "$gt", "$gte");

    private static final List<String> RANGE = List.of("$eq", "$gt", "$gte", "$lt", "$lte");
    private static final List<String> WORDS = List.of("$eq", "$contains", "$starts_with", "$ends_with");

    /** What a property is compared with. */
    enum Operand {
        TEXT,
        NUMBER,
        AMOUNT,
        FLAG,
        DATE,
        MOMENT,
        CHOICE,
        OBJECT,
        RECORD,
        ACTOR_TYPE,
        MEMBER,
        COUNTRY,
        INTERACTION
    }

    boolean works(String operator) {
        return operators.contains(operator);
    }

    boolean isKnownNotToWork(String operator) {
        return !operators.contains(operator) && !doubtful.contains(operator);
    }

    /** The properties that attributes of a type are filtered by; the first is meant when none is named. */
    static List<Comparison> of(Type type) {
        return switch (type) {
            case TEXT -> List.of(of("value", Operand.TEXT, and(WORDS, "$in"), "$not_empty"));
            case NUMBER -> List.of(of("value", Operand.NUMBER, RANGE, "$in", "$not_empty"));
            case CHECKBOX -> List.of(of("value", Operand.FLAG, List.of("$eq")));
            case CURRENCY -> List.of(of("currency_value", Operand.AMOUNT, RANGE));
            case DATE -> List.of(of("value", Operand.DATE, RANGE));
            case TIMESTAMP -> List.of(of("value", Operand.MOMENT, RANGE));
            case RATING -> List.of(of("value", Operand.NUMBER, RANGE));
            case STATUS -> List.of(of("status", Operand.CHOICE, List.of("$eq"), "$not_empty"), activeFrom());
            case SELECT -> List.of(of("option", Operand.CHOICE, List.of("$eq", "$in"), "$not_empty"), activeFrom());
            case RECORD_REFERENCE ->
                List.of(
                        of("target_record_id", Operand.RECORD, List.of("$eq", "$in")),
                        of("target_object", Operand.OBJECT, List.of("$eq")));
            case ACTOR_REFERENCE ->
                List.of(
                        of("referenced_actor_id", Operand.MEMBER, List.of("$eq"), "$in"),
                        of("referenced_actor_type", Operand.ACTOR_TYPE, List.of("$eq")));
            case LOCATION ->
                List.of(
                        of("line_1", Operand.TEXT, WORDS),
                        of("line_2", Operand.TEXT, WORDS),
                        of("line_3", Operand.TEXT, WORDS),
                        of("line_4", Operand.TEXT, WORDS),
                        of("locality", Operand.TEXT, WORDS),
                        of("region", Operand.TEXT, WORDS),
                        of("postcode", Operand.TEXT, WORDS),
                        of("country_code", Operand.COUNTRY, List.of("$eq", "$starts_with")));
            case DOMAIN ->
                List.of(
                        of("domain", Operand.TEXT, and(WORDS, "$not_empty"), "$in"),
                        of("root_domain", Operand.TEXT, and(WORDS, "$not_empty"), "$in"));
            case EMAIL_ADDRESS ->
                List.of(
                        of("email_address", Operand.TEXT, WORDS),
                        of("email_domain", Operand.TEXT, WORDS),
                        of("email_root_domain", Operand.TEXT, WORDS),
                        of("email_local_specifier", Operand.TEXT, WORDS));
            case PHONE_NUMBER ->
                List.of(
                        of("phone_number", Operand.TEXT, WORDS),
                        of("country_code", Operand.COUNTRY, List.of("$eq", "$not_empty")));
            case PERSONAL_NAME ->
                List.of(
                        of("full_name", Operand.TEXT, and(WORDS, "$not_empty")),
                        of("first_name", Operand.TEXT, and(WORDS, "$not_empty")),
                        of("last_name", Operand.TEXT, and(WORDS, "$not_empty")));
            case INTERACTION ->
                List.of(
                        of("interacted_at", Operand.MOMENT, List.of("$gt", "$gte", "$lt", "$lte"), "$eq"),
                        of("interaction_type", Operand.INTERACTION, List.of("$eq", "$not_empty")),
                        of("owner_member_id", Operand.MEMBER, List.of("$eq", "$not_empty")));
        };
    }

    /** Whether it is known which property is meant when none is named. */
    static boolean hasImplicit(Type type) {
        return switch (type) {
            case RECORD_REFERENCE, ACTOR_REFERENCE, LOCATION, PHONE_NUMBER, INTERACTION -> false;
            default -> true;
        };
    }

    private static Comparison of(String property, Operand operand, List<String> operators, String... doubtful) {
        return new Comparison(property, operand, operators, List.of(doubtful));
    }

    private static Comparison activeFrom() {
        return of("active_from", Operand.MOMENT, List.of("$gt", "$gte", "$lt", "$lte"), "$eq");
    }

    private static List<String> and(List<String> operators, String more) {
        List<String> all = new java.util.ArrayList<>(operators);
        all.add(more);
        return List.copyOf(all);
    }
}
