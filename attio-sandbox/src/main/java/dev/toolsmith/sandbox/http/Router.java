package dev.toolsmith.sandbox.http;

import dev.toolsmith.sandbox.wire.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a method and path; literal segments win over variables. */
final class Router {
    private final Map<String, List<Template>> templates = new HashMap<>();

    Router(List<Route> routes) {
        for (Route route : routes) {
            Template template =
                    new Template(route, List.of(route.template().substring(1).split("/", -1)));
            templates
                    .computeIfAbsent(key(route.method(), template.segments().size()), key -> new ArrayList<>())
                    .add(template);
        }
        templates.values().forEach(list -> list.sort(Comparator.comparingInt(Template::variableCount)));
    }

    /**
     * An operation with the values of its path variables.
     *
     * @param route the operation
     * @param variables the decoded values by name
     */
    record Match(Route route, Map<String, String> variables) {}

    private record Template(Route route, List<String> segments) {
        int variableCount() {
            return (int) segments.stream().filter(Template::isVariable).count();
        }

        static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }

        Optional<Match> match(List<String> path) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (isVariable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), path.get(i));
                } else if (!segment.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Match(route, variables));
        }
    }

    private static String key(String method, int size) {
        return method + " " + size;
    }

    /** The operation for decoded path segments. */
    Optional<Match> find(String method, List<String> path) {
        return templates.getOrDefault(key(method, path.size()), List.of()).stream()
                .flatMap(template -> template.match(path).stream())
                .findFirst();
    }
}
