package dev.toolsmith.generator.scaffold;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The word for an API that nobody has chosen one for. */
public final class AppName {

    private static final int LONGEST = 24;
    private static final String FALLBACK = "api";
    private static final Set<String> NOISE = Set.of(
            "a",
            "an",
            "and",
            "api",
            "apis",
            "by",
            "com",
            "definition",
            "description",
            "documentation",
            "docs",
            "document",
            "extension",
            "for",
            "http",
            "https",
            "inc",
            "json",
            "llc",
            "ltd",
            "of",
            "official",
            "open",
            "openapi",
            "public",
            "reference",
            "rest",
            "restful",
            "service",
            "services",
            "spec",
            "specification",
            "swagger",
            "the",
            "web",
            "yaml",
            "yml");

    private AppName() {}

    /**
     * A word from the title, without what titles of descriptions have in common: {@code Swagger Petstore} gives {@code
     * petstore}, {@code Acme's official REST API v3} gives {@code acme}. From the file's name when nothing is left of the title.
     */
    public static String of(String title, String fileName) {
        String stem = fileName.replaceFirst("\\.[A-Za-z0-9]+$", "");
        return joined(telling(words(title)), joined(telling(words(stem)), joined(words(title), FALLBACK)));
    }

    /** Words in lower-case ASCII; a dot within a number and an apostrophe do not end it. */
    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String lower = plain.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[a-z])['’]s\\b", "")
                .replaceAll("(?<=[a-z])['’](?=[a-z])", "");
        return Arrays.stream(lower.split("[^a-z0-9.]+|\\.(?![0-9])|(?<![0-9])\\."))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> telling(List<String> words) {
        return words.stream()
                .filter(word -> !NOISE.contains(word))
                .filter(word -> !word.matches("v?[0-9][0-9.]*"))
                .dropWhile(word -> word.matches("[0-9].*"))
                .toList();
    }

    private static String joined(List<String> words, String otherwise) {
        List<String> parts = new ArrayList<>();
        int length = -1;
        for (String word : words) {
            String part = word.replace(".", "_");
            if (length + 1 + part.length() > LONGEST) {
                break;
            }
            parts.add(part);
            length += 1 + part.length();
        }
        if (parts.isEmpty() && !words.isEmpty()) {
            String first = words.get(0).replace(".", "");
            parts.add(first.substring(0, Math.min(LONGEST, first.length())));
        }
        String name = String.join("_", parts);
        return name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*") && name.length() <= LONGEST ? name : otherwise;
    }
}
