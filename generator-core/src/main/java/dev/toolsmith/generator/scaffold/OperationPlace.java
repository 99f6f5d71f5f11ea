package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where something of a description stands, as an overlay's target names it.
 *
 * @param steps the names of the members that lead there
 */
record OperationPlace(List<String> steps) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "connect");

    OperationPlace {
        steps = List.copyOf(steps);
    }

    static OperationPlace of(SourcePointer at) {
        List<String> steps = Arrays.stream(at.pointer().split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
        return new OperationPlace(steps);
    }

    /** The operation that something stands in. */
    static Optional<OperationPlace> around(SourcePointer at) {
        List<String> steps = of(at).steps();
        int method = steps.size() > 2 && steps.get(0).equals("paths") ? 2 : 3;
        boolean shared = steps.size() > 3 && steps.subList(0, 2).equals(List.of("components", "pathItems"));
        if ((method == 2 || shared) && METHODS.contains(steps.get(method))) {
            return Optional.of(new OperationPlace(steps.subList(0, method + 1)));
        }
        return Optional.empty();
    }

    /** The object nearest to something that can be taken out by names alone; empty where that would be too much. */
    static Optional<OperationPlace> removable(SourcePointer at) {
        List<String> kept = new ArrayList<>();
        for (String step : of(at).steps()) {
            if (step.matches("[0-9]+")) {
                break;
            }
            kept.add(step);
        }
        int least = !kept.isEmpty() && kept.get(0).equals("components") ? 3 : 2;
        boolean part = kept.size() >= least && Set.of("paths", "components").contains(kept.get(0));
        return part ? Optional.of(new OperationPlace(kept.subList(0, least))) : Optional.empty();
    }

    /** The method and the path, or the last name of what is no operation. */
    String label() {
        String last = steps.get(steps.size() - 1);
        return METHODS.contains(last) && steps.size() > 2
                ? last.toUpperCase(Locale.ROOT) + " " + steps.get(steps.size() - 2)
                : last;
    }

    /** The place as JSONPath (RFC 9535). */
    String target() {
        StringBuilder target = new StringBuilder("$");
        for (String step : steps) {
            if (step.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                target.append('.').append(step);
            } else {
                target.append("['").append(escaped(step)).append("']");
            }
        }
        return target.toString();
    }

    private static String escaped(String step) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c == '\'' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
