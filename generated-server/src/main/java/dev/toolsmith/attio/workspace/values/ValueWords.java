package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.List;
import java.util.Optional;

/** What attributes take, in words for a model. */
final class ValueWords {

    private static final String RECORD = "{\"target_object\": \"%s\", \"target_record_id\": \"<UUID>\"}";

    private final Place place;
    private final ValueFacts facts;

    /**
     * Words on the attributes of a place.
     *
     * @param facts what is known of the attributes beyond themselves
     */
    ValueWords(Place place, ValueFacts facts) {
        this.place = place;
        this.facts = facts;
    }

    ValueFacts facts() {
        return facts;
    }

    /** What an attribute takes as one value, to stand behind "It takes". */
    String takes(Attribute attribute) {
        String one = one(attribute);
        return attribute.multi() ? "an array, each value " + one : one;
    }

    /** What one value is. */
    String one(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> "text";
            case NUMBER -> "a number, such as 42.5";
            case CHECKBOX -> "true or false";
            case CURRENCY ->
                "an amount" + (attribute.currency().isEmpty() ? "" : " of " + attribute.currency())
                        + " with at most four decimals, such as 4200 or 99.95, without a currency code";
            case DATE -> "a date, such as \"2026-01-31\"";
            case TIMESTAMP -> "a date and time, such as \"2026-01-31T09:00:00Z\"";
            case RATING -> "a whole number from 0 to 5";
            case STATUS, SELECT -> choices(attribute);
            case RECORD_REFERENCE -> reference(attribute);
            case ACTOR_REFERENCE -> "the e-mail address of a workspace member";
            case LOCATION ->
                "an address as text, or an object with all of " + String.join(", ", ValueForms.LOCATION_KEYS)
                        + ", null where unknown";
            case DOMAIN -> "a domain, such as \"example.com\"";
            case EMAIL_ADDRESS -> "an e-mail address, such as \"ada@example.com\"";
            case PHONE_NUMBER -> "a telephone number that begins with +, such as \"+15558675309\"";
            case PERSONAL_NAME -> "\"Last, First\", or an object with all of first_name, last_name and full_name";
            case INTERACTION -> "nothing";
            case UNKNOWN -> "a value";
        };
    }

    private String choices(Attribute attribute) {
        String what = attribute.type() == AttributeType.STATUS ? "the title of a status" : "the title of an option";
        return facts.inUse(attribute)
                .map(known -> known.isEmpty() ? what + ", of which there is none yet" : "one of: " + Said.first(known))
                .orElse(what);
    }

    private String reference(Attribute attribute) {
        List<Target> targets = facts.targets(attribute).orElse(List.of());
        if (targets.size() != 1) {
            String objects = targets.isEmpty()
                    ? ""
                    : " of "
                            + Said.either(
                                    targets.stream().limit(12).map(Target::slug).toList());
            return "a record" + objects + ", as "
                    + RECORD.formatted(
                            targets.isEmpty() ? "<slug>" : targets.get(0).slug());
        }
        String slug = targets.get(0).slug();
        String byId = RECORD.formatted(slug);
        return switch (slug) {
            case "companies" -> "a company's domain, such as \"example.com\", or " + byId;
            case "people" -> "a person's e-mail address, such as \"ada@example.com\", or " + byId;
            case "users" -> "a user's user_id as text, or " + byId;
            case "workspaces" -> "a workspace's workspace_id as text, or " + byId;
            default -> "a record of " + slug + ", as " + byId;
        };
    }

    /** Which call lists what an attribute takes, as a sentence after a space; empty where none does. */
    String listedBy(Attribute attribute) {
        return switch (attribute.type()) {
            case STATUS, SELECT -> " " + ListingWords.choices(place, attribute) + " lists them.";
            case ACTOR_REFERENCE -> " list_all_attio_workspace_members lists them.";
            default -> "";
        };
    }

    /** The only property that a value of an attribute's type has as an object; empty where that is not so. */
    static String property(AttributeType type) {
        return switch (type) {
            case TEXT, NUMBER, CHECKBOX, DATE, TIMESTAMP, RATING -> "value";
            case CURRENCY -> "currency_value";
            case STATUS -> "status";
            case SELECT -> "option";
            case DOMAIN -> "domain";
            case EMAIL_ADDRESS -> "email_address";
            case RECORD_REFERENCE, ACTOR_REFERENCE, LOCATION, PHONE_NUMBER, PERSONAL_NAME, INTERACTION, UNKNOWN -> "";
        };
    }

    /** The option or status in use whose title is nearest to what was said; empty when none is near. */
    Optional<Choice> closest(Attribute attribute, String said) {
        List<Choice> inUse = facts.inUse(attribute).orElse(List.of());
        return Closest.to(said, inUse.stream().map(Choice::title).toList())
                .flatMap(title -> inUse.stream()
                        .filter(choice -> choice.title().equals(title))
                        .findFirst());
    }
}
