package dev.toolsmith.generator.read;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses among the media types of a {@code content} map. */
final class MediaTypes {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+"; // RFC 9110, 5.6.2
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")=(?:" + TOKEN + "|\"[ !#-\\[\\]-~]*\")");
    private static final Set<String> OWN_PARAMETERS = Set.of("charset", "boundary", "q");

    private MediaTypes() {}

    /** The key that tools send: JSON, then form, multipart, plain text, other text, anything else. */
    static Optional<String> forRequest(List<String> keys) {
        return keys.stream()
                .filter(key -> TYPE.matcher(essence(key)).matches())
                .min(Comparator.comparingInt(MediaTypes::rank));
    }

    /** The key of the JSON answer, if there is one. */
    static Optional<String> forJson(List<String> keys) {
        return forRequest(keys).filter(key -> rank(key) <= 2);
    }

    /** The media type without parameters, lower case; ranges that JSON fits count as JSON. */
    static String essence(String key) {
        String type = key.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("*/*") || type.equals("application/*") ? "application/json" : type;
    }

    /** What a request calls its body: a range as one type of it, without a charset, which is always UTF-8. */
    static String contentType(String key) {
        String type = essence(key);
        if (type.equals("text/*")) {
            return "text/plain";
        }
        if (type.endsWith("/*")) {
            return "application/octet-stream";
        }
        StringBuilder sent = new StringBuilder(type);
        String[] parts = key.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            Matcher parameter = PARAMETER.matcher(parts[i].strip());
            if (parameter.matches()
                    && !OWN_PARAMETERS.contains(parameter.group(1).toLowerCase(Locale.ROOT))) {
                sent.append("; ").append(parameter.group());
            }
        }
        return sent.toString();
    }

    private static int rank(String key) {
        String type = essence(key);
        if (type.equals("application/json")) {
            return key.contains("*") ? 2 : 0;
        }
        if (type.endsWith("+json")) {
            return 1;
        }
        return switch (type) {
            case "application/x-www-form-urlencoded" -> 3;
            case "multipart/form-data" -> 4;
            case "text/plain" -> 5;
            default -> type.startsWith("text/") ? 6 : 7;
        };
    }
}
