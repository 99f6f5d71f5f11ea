package dev.toolsmith.attio.workspace.values;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The 252 codes of countries that Attio takes: those of ISO 3166-1, and three more. */
final class CountryCodes {

    private static final Set<String> MORE = Set.of("AC", "AN", "XK");

    private CountryCodes() {}

    /** All of them, sorted. */
    static List<String> all() {
        Set<String> codes = new TreeSet<>(MORE);
        codes.addAll(List.of(Locale.getISOCountries()));
        return List.copyOf(codes);
    }
}
