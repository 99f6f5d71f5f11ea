package dev.toolsmith.runtime.upstream.request;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import tools.jackson.databind.JsonNode;

/** Checks a value that becomes part of a path; refuses every form of a step to another path. */
final class PathValue {

    private static final int MOST_BYTES = 512;
    private static final int DECODINGS = 3;

    private PathValue() {}

    /** A value without parts in Unicode's composed form, not yet encoded. */
    static String of(JsonNode value, String argument) {
        if (value.isContainer() || value.isNull()) {
            throw refused(
                    argument,
                    "must be a string or a number where it is part of the request's path. Send the slug or id.");
        }
        return of(ScalarText.of(value), argument);
    }

    /** The same of a text. */
    static String of(String text, String argument) {
        if (text.isEmpty()) {
            throw refused(argument, "must not be empty, as it is part of the request's path. Send the slug or id.");
        }
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character)) {
                throw refused(
                        argument,
                        "must not have control characters, as it is part of the request's path. Send the slug or id alone.");
            }
            plain &= character > ' ' && character < 127 && ".%/\\;".indexOf(character) < 0;
        }
        return plain && text.length() <= MOST_BYTES ? text : ofUncommon(text, argument);
    }

    private static String ofUncommon(String text, String argument) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refused(argument, "has half of a character (an unpaired surrogate). Send the whole character.");
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int bytes = composed.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw refused(
                    argument,
                    "has " + bytes + " bytes, a part of a path may have " + MOST_BYTES
                            + ". Send the slug or id alone.");
        }
        String seen = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int i = 0; i < DECODINGS; i++) {
            if (hasDotSegment(seen)) {
                throw refused(argument, "must not have the path steps \".\" or \"..\". Send the slug or id alone.");
            }
            seen = decodedOnce(seen);
        }
        return composed;
    }

    private static boolean hasDotSegment(String text) {
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '/' || text.charAt(i) == '\\') {
                int semicolon = text.indexOf(';', begin);
                String segment = text.substring(begin, semicolon >= 0 && semicolon < i ? semicolon : i);
                if (segment.equals(".") || segment.equals("..")) {
                    return true;
                }
                begin = i + 1;
            }
        }
        return false;
    }

    private static String decodedOnce(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() && text.charAt(i) == '%' ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                decoded.append((char) (high * 16 + low));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }

    private static RefusedArgument refused(String argument, String reason) {
        return new RefusedArgument(
                "The argument \"" + argument + "\" " + reason + " Nothing was sent.\nMend it and call the tool again.");
    }
}
