package dev.toolsmith.runtime.transport.http;

import java.util.List;
import java.util.Locale;

/** What {@code Content-Type} and {@code Accept} say about JSON (RFC 9110, sections 8.3 and 12.5.1). */
final class MediaTypes {

    private MediaTypes() {}

    /** Whether exactly one content type is given, and it is JSON in UTF-8. */
    static boolean isJson(List<String> contentTypes) {
        if (contentTypes.size() != 1) {
            return false;
        }
        String[] parts = contentTypes.get(0).toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !parameter.matches("charset=\"?utf-8\"?")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a JSON answer is welcome; nothing said means that everything is. */
    static boolean acceptJson(List<String> accepts) {
        return accepts.isEmpty() || accept(accepts, List.of("application/json", "application/*", "*/*"));
    }

    /** Whether a stream of events is welcome, which has to be said. */
    static boolean acceptEvents(List<String> accepts) {
        return accept(accepts, List.of("text/event-stream", "text/*"));
    }

    private static boolean accept(List<String> accepts, List<String> ranges) {
        for (String accept : accepts) {
            for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (takes(range.split(";", -1), ranges)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean takes(String[] range, List<String> ranges) {
        if (!ranges.contains(range[0].strip())) {
            return false;
        }
        for (int i = 1; i < range.length; i++) {
            if (range[i].strip().matches("q=0(\\.0*)?")) {
                return false;
            }
        }
        return true;
    }
}
