package dev.toolsmith.runtime.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the name that somebody meant, by the number of typing errors between two names. */
public final class ClosestNames {

    private static final int LONGEST = 64;

    private ClosestNames() {}

    /** The known name nearest to a mistyped one; empty when none is near enough to be meant. */
    public static Optional<String> to(String mistyped, Collection<String> known) {
        String wanted = fold(mistyped);
        int most = Math.min(wanted.length() - 1, Math.max(1, wanted.length() / 3));
        String best = "";
        int bestDistance = most + 1;
        for (String name : new TreeSet<>(known)) {
            int distance = distance(wanted, fold(name));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return bestDistance <= most ? Optional.of(best) : Optional.empty();
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours that turn one word into another. */
    static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
                if (i > 1 && j > 1 && swapped(one, i, other, j)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[other.length()];
    }

    private static boolean swapped(String one, int i, String other, int j) {
        return one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
    }

    private static String fold(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return cut.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }
}
