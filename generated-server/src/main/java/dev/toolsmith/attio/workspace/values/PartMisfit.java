package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a part of a location, a name or a telephone number takes, where something else came. */
final class PartMisfit {

    private PartMisfit() {}

    /** What the part takes; empty when what came may be right. */
    static Optional<String> of(AttributeType type, String key, JsonNode part) {
        return switch (type) {
            case PERSONAL_NAME -> part.isString() || part.isNull() ? Optional.empty() : Optional.of("text or null");
            case PHONE_NUMBER -> ofPhone(key, part);
            default -> ofLocation(key, part);
        };
    }

    private static Optional<String> ofPhone(String key, JsonNode part) {
        if (key.equals("country_code")) {
            return part.isNull() || isCountry(part) ? Optional.empty() : Optional.of(COUNTRY);
        }
        return Optional.of(
                "a number that begins with +, such as \"+15558675309\", or one of the country that country_code tells");
    }

    private static final String COUNTRY = "an ISO 3166-1 code of two capital letters, such as \"US\", or null";

    private static Optional<String> ofLocation(String key, JsonNode part) {
        if (part.isNull()) {
            return Optional.empty();
        }
        return switch (key) {
            case "country_code" -> isCountry(part) ? Optional.empty() : Optional.of(COUNTRY);
            case "latitude" -> degrees(part, ValuePatterns.LATITUDE, "from -90 to 90, such as \"52.52\"");
            case "longitude" -> degrees(part, ValuePatterns.LONGITUDE, "from -180 to 180, such as \"13.405\"");
            default -> part.isString() ? Optional.empty() : Optional.of("text or null");
        };
    }

    private static Optional<String> degrees(JsonNode part, String pattern, String range) {
        return part.isString() && part.stringValue().matches(pattern)
                ? Optional.empty()
                : Optional.of("degrees in a string, " + range + ", or null");
    }

    private static boolean isCountry(JsonNode part) {
        return part.isString() && CountryCodes.all().contains(part.stringValue());
    }
}
