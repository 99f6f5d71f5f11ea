package dev.toolsmith.platform.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One operation of the API.
 *
 * @param method the HTTP method
 * @param template the path, with slots such as {@code {connectionId}}
 * @param parameters the query's parameters that it knows
 * @param isOpen whether it needs no API token
 * @param action what it does
 */
record Route(String method, String template, Set<String> parameters, boolean isOpen, Action action) {

    private static final Pattern SLOT_VALUE = Pattern.compile("[0-9A-Za-z_]{1,64}");

    /** What a route does. */
    @FunctionalInterface
    interface Action {
        Reply answer(ApiCall call);
    }

    static Route of(String method, String template, Action action) {
        return new Route(method, template, Set.of(), false, action);
    }

    static Route open(String method, String template, Action action) {
        return new Route(method, template, Set.of(), true, action);
    }

    /** The same with parameters. */
    Route knowing(List<String> names) {
        return new Route(method, template, Set.copyOf(names), isOpen, action);
    }

    /**
     * What stands in the slots when a path is this route's; empty when it is not. A path is compared as it was sent: an
     * encoded id is another path.
     */
    Optional<Map<String, String>> slots(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> slots = new TreeMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith("{")) {
                if (!wanted[i].equals(given[i])) {
                    return Optional.empty();
                }
            } else if (SLOT_VALUE.matcher(given[i]).matches()) {
                slots.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(slots);
    }
}
