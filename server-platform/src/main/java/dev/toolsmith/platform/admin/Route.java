package dev.toolsmith.platform.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which requests a page answers.
 *
 * @param method {@code GET} or {@code POST}
 * @param template a path in which {@code *} stands for any one part
 * @param open whether it is for everyone, not only for administrators
 * @param page answers
 */
record Route(String method, String template, boolean open, Function<Visit, Answer> page) {

    static Route open(String method, String template, Function<Visit, Answer> page) {
        return new Route(method, template, true, page);
    }

    static Route get(String template, Function<Visit, Answer> page) {
        return new Route("GET", template, false, page);
    }

    static Route post(String template, Function<Visit, Answer> page) {
        return new Route("POST", template, false, page);
    }

    /** The variable parts of a path that fits, whatever the method; empty when it does not fit. */
    Optional<List<String>> fits(String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("*") && !given[i].isEmpty()) {
                parts.add(given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(parts));
    }
}
