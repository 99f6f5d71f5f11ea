package dev.toolsmith.generator.plan;

import java.util.HashSet;
import java.util.Set;

/** Gives the arguments of one tool names that differ and that model APIs take. */
final class ArgumentNames {

    private static final int MAX_LENGTH = 64;

    private final Set<String> taken = new HashSet<>();

    /** Whether model APIs take a property key as it is. */
    static boolean isLegal(String name) {
        return name.matches("[a-zA-Z0-9_.-]{1," + MAX_LENGTH + "}");
    }

    /** The name itself where it is legal, else its legal characters. */
    static String legal(String name) {
        if (isLegal(name)) {
            return name;
        }
        String kept = name.replaceAll("[^a-zA-Z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
        String cut = kept.substring(0, Math.min(kept.length(), MAX_LENGTH));
        return cut.isEmpty() ? "argument" : cut;
    }

    boolean isTaken(String name) {
        return taken.contains(name);
    }

    /** Takes the name, or the name with the suffix when it is gone, or a numbered one when that is gone too. */
    String take(String name, String suffix) {
        if (taken.add(name)) {
            return name;
        }
        String base = withSuffix(name, suffix);
        String free = base;
        for (int number = 2; !taken.add(free); number++) {
            free = withSuffix(base, "_" + number);
        }
        return free;
    }

    private static String withSuffix(String name, String suffix) {
        return name.substring(0, Math.min(name.length(), MAX_LENGTH - suffix.length())) + suffix;
    }
}
