package dev.toolsmith.runtime.upstream.request;

import java.util.Locale;

/** What a media type tells of how its content is written. */
public final class MediaTypes {

    private MediaTypes() {}

    /** Whether its content is JSON. */
    public static boolean isJson(String mediaType) {
        String plain = plain(mediaType);
        return plain.endsWith("/json") || plain.endsWith("+json");
    }

    /** Whether its content can be told as text: what is read by people, or is marked up, or is lines of JSON. */
    public static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("/xml")
                || mediaType.endsWith("+xml")
                || mediaType.endsWith("yaml")
                || mediaType.endsWith("+yaml")
                || mediaType.endsWith("/javascript")
                || mediaType.endsWith("/x-www-form-urlencoded")
                || mediaType.endsWith("ndjson")
                || mediaType.endsWith("/jsonl")
                || mediaType.endsWith("/json-seq");
    }

    /** The first that can be sent of what a description allows, such as {@code image/png, image/*}; empty when none. */
    static String firstOf(String allowed) {
        for (String each : allowed.split(",", -1)) {
            if (each.indexOf('*') < 0 && !each.isBlank()) {
                return each.strip();
            }
        }
        return "";
    }

    private static String plain(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
