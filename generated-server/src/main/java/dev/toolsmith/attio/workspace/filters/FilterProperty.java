package dev.toolsmith.attio.workspace.filters;

import static dev.toolsmith.attio.workspace.filters.FilterOperator.EQ;
import static dev.toolsmith.attio.workspace.filters.FilterOperator.IN;
import static dev.toolsmith.attio.workspace.filters.FilterOperator.NOT_EMPTY;
import static dev.toolsmith.attio.workspace.filters.FilterOperator.STARTS_WITH;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What filters and sorts may ask of the values of a type.
 *
 * @param name its name
 * @param operand what it is compared with
 * @param operators what it can be asked
 */
record FilterProperty(String name, FilterOperand operand, Set<FilterOperator> operators) {

    private static final Map<AttributeType, List<FilterProperty>> BY_TYPE = byType();

    /** The properties of a type, first the one that is meant when none is named, if that may be. */
    static List<FilterProperty> of(AttributeType type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    /** The property of a type that is meant when none is named; empty when one must be named. */
    static Optional<FilterProperty> implicit(AttributeType type) {
        return type == AttributeType.LOCATION
                ? Optional.empty()
                : of(type).stream().findFirst();
    }

    /** The property of a type with a name. */
    static Optional<FilterProperty> find(AttributeType type, String name) {
        for (FilterProperty property : of(type)) {
            if (property.name.equals(name)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /** Whether it is meant when none of a type's properties is named. */
    boolean isMeant(AttributeType type) {
        return implicit(type).filter(this::equals).isPresent();
    }

    private static Map<AttributeType, List<FilterProperty>> byType() {
        Map<AttributeType, List<FilterProperty>> all = new EnumMap<>(AttributeType.class);
        all.put(AttributeType.TEXT, List.of(text("value", FilterOperator.words(IN, NOT_EMPTY))));
        all.put(AttributeType.NUMBER, List.of(number("value", FilterOperator.range(IN, NOT_EMPTY))));
        all.put(
                AttributeType.CHECKBOX,
                List.of(new FilterProperty("value", FilterOperand.FLAG, FilterOperator.set(EQ))));
        all.put(AttributeType.CURRENCY, List.of(number("currency_value", FilterOperator.range())));
        all.put(AttributeType.DATE, List.of(new FilterProperty("value", FilterOperand.DATE, FilterOperator.range())));
        all.put(AttributeType.TIMESTAMP, List.of(moment("value")));
        all.put(AttributeType.RATING, List.of(number("value", FilterOperator.range())));
        all.put(
                AttributeType.STATUS,
                List.of(text("status", FilterOperator.set(EQ, NOT_EMPTY)), moment("active_from")));
        all.put(
                AttributeType.SELECT,
                List.of(text("option", FilterOperator.set(EQ, IN, NOT_EMPTY)), moment("active_from")));
        all.put(AttributeType.RECORD_REFERENCE, reference("target_record_id", "target_object"));
        all.put(AttributeType.ACTOR_REFERENCE, reference("referenced_actor_id", "referenced_actor_type"));
        all.put(AttributeType.LOCATION, location());
        all.put(AttributeType.DOMAIN, texts(FilterOperator.words(NOT_EMPTY, IN), "domain", "root_domain"));
        all.put(
                AttributeType.EMAIL_ADDRESS,
                texts(
                        FilterOperator.words(),
                        "email_address",
                        "original_email_address",
                        "email_domain",
                        "email_root_domain",
                        "email_local_specifier"));
        all.put(
                AttributeType.PHONE_NUMBER,
                List.of(
                        text("phone_number", FilterOperator.words()),
                        text("country_code", FilterOperator.set(EQ, NOT_EMPTY))));
        all.put(
                AttributeType.PERSONAL_NAME,
                texts(FilterOperator.words(NOT_EMPTY), "full_name", "first_name", "last_name"));
        all.put(AttributeType.INTERACTION, interaction());
        return all;
    }

    private static List<FilterProperty> reference(String id, String kind) {
        return List.of(text(id, FilterOperator.set(EQ, IN)), text(kind, FilterOperator.set(EQ)));
    }

    private static List<FilterProperty> location() {
        List<FilterProperty> all = new ArrayList<>(texts(
                FilterOperator.words(), "line_1", "line_2", "line_3", "line_4", "locality", "region", "postcode"));
        all.add(text("country_code", FilterOperator.set(EQ, STARTS_WITH)));
        return List.copyOf(all);
    }

    private static List<FilterProperty> interaction() {
        Set<FilterOperator> operators = FilterOperator.set(EQ, NOT_EMPTY);
        return List.of(
                moment("interacted_at"), text("interaction_type", operators), text("owner_member_id", operators));
    }

    private static List<FilterProperty> texts(Set<FilterOperator> operators, String... names) {
        List<FilterProperty> all = new ArrayList<>();
        for (String name : names) {
            all.add(text(name, operators));
        }
        return List.copyOf(all);
    }

    private static FilterProperty text(String name, Set<FilterOperator> operators) {
        return new FilterProperty(name, FilterOperand.TEXT, operators);
    }

    private static FilterProperty number(String name, Set<FilterOperator> operators) {
        return new FilterProperty(name, FilterOperand.NUMBER, operators);
    }

    private static FilterProperty moment(String name) {
        return new FilterProperty(name, FilterOperand.MOMENT, FilterOperator.range());
    }
}
