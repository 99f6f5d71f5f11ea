package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.text.ShortText;
import java.util.List;
import java.util.Map;

/** Says in few words what listed attributes are. */
final class ListedWords {

    private static final int LONGEST_TITLE = 60;
    private static final int MOST_TARGETS = 5;
    private static final String LOCATION =
            "address as text, or object with line_1 to line_4, locality, region, postcode,"
                    + " country_code, latitude, longitude: all ten, null for unknown";
    private static final Map<String, String> USUAL_KEYS = Map.of(
            "companies", ", by domain",
            "people", ", by e-mail",
            "users", ", by user_id",
            "workspaces", ", by workspace_id");

    private ListedWords() {}

    /**
     * Such as {@code Deal stage: status, required}.
     *
     * @param updates whether values that are not sent stay, so that what is required is only not to be cleared
     */
    static String of(Attribute attribute, List<String> targets, boolean updates) {
        String title = ShortText.of(attribute.title(), LONGEST_TITLE);
        StringBuilder words = new StringBuilder();
        if (!title.isEmpty() && !Said.isSame(attribute.slug(), title)) {
            words.append(title).append(": ");
        }
        words.append(type(attribute, targets));
        if (attribute.required()) {
            words.append(updates ? ", required: not null" : ", required");
            words.append(attribute.hasDefault() && !updates ? " unless its default does" : "");
        }
        return attribute.unique() ? words.append(", unique").toString() : words.toString();
    }

    private static String type(Attribute attribute, List<String> targets) {
        AttributeType type = attribute.type();
        boolean many = attribute.multi();
        String s = many ? "s" : "";
        return (many ? "array of " : "")
                + switch (type) {
                    case CHECKBOX -> "true or false";
                    case CURRENCY -> ("amount in " + ShortText.of(attribute.currency(), 8)).strip();
                    case DATE -> "YYYY-MM-DD";
                    case RATING -> "0 to 5";
                    case SELECT -> "option" + s;
                    case STATUS -> many ? "statuses" : "status";
                    case RECORD_REFERENCE -> "record" + s + of(targets);
                    case ACTOR_REFERENCE -> "member e-mail" + s;
                    case LOCATION -> LOCATION;
                    case DOMAIN, TIMESTAMP, NUMBER -> type.wireName() + s;
                    case EMAIL_ADDRESS -> many ? "e-mail addresses" : "e-mail address";
                    case PHONE_NUMBER -> "phone number" + s + " with +";
                    case PERSONAL_NAME -> "\"Last, First\", or object with first_name, last_name, full_name";
                    case TEXT, INTERACTION -> type.wireName();
                    case UNKNOWN -> many ? "values" : "value";
                };
    }

    private static String of(List<String> targets) {
        if (targets.isEmpty() || targets.size() > MOST_TARGETS) {
            return "";
        }
        String by = targets.size() == 1 ? USUAL_KEYS.getOrDefault(targets.get(0), "") : "";
        return " of " + String.join(" or ", targets) + by;
    }

    /**
     * The first of some slugs.
     *
     * @param mostCharacters how long they may be all together
     * @param tool lists the rest
     */
    static String names(List<String> slugs, int most, int mostCharacters, String tool) {
        StringBuilder names = new StringBuilder();
        int shown = 0;
        for (String slug : slugs) {
            if (shown == most || names.length() + slug.length() > mostCharacters) {
                break;
            }
            names.append(shown == 0 ? "" : ", ").append(slug);
            shown++;
        }
        int left = slugs.size() - shown;
        if (left > 0) {
            names.append(shown == 0 ? "" : " and ")
                    .append(left)
                    .append(" more, see ")
                    .append(tool);
        }
        return names.toString();
    }

    /** Whether a text may be shown as it is, so that a model can send it back. */
    static boolean isClean(String text, int longest) {
        return !text.isEmpty() && ShortText.of(text, longest).equals(text);
    }
}
