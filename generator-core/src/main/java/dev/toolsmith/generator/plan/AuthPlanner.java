package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.api.ApiSecurity;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what a tool's request must be paid with: alternatives of security schemes, best first. */
final class AuthPlanner {

    private static final Set<String> TOKENS = Set.of("oauth2", "openIdConnect");
    private static final Set<String> PLACES = Set.of("header", "query", "cookie");

    private final Map<String, ApiSecurityScheme> schemes;
    private final Map<Set<String>, Integer> accepted = new HashMap<>();

    AuthPlanner(ApiDescription api) {
        this.schemes =
                api.securitySchemes().stream().collect(Collectors.toMap(ApiSecurityScheme::name, scheme -> scheme));
        for (ApiOperation operation : api.operations()) {
            for (ApiSecurity each : operation.security().orElse(List.of())) {
                accepted.merge(each.scopesByScheme().keySet(), 1, Integer::sum);
            }
        }
    }

    /**
     * The alternatives of an operation: what most operations accept first, then tokens before keys before passwords, and
     * last that nothing is sent where the operation is open too. Empty when the description says nothing.
     */
    Optional<List<List<String>>> auth(ApiOperation operation, Findings findings) {
        return operation.security().flatMap(all -> usable(all, operation, findings));
    }

    private Optional<List<List<String>>> usable(
            List<ApiSecurity> alternatives, ApiOperation operation, Findings findings) {
        Set<List<String>> whole = new LinkedHashSet<>();
        Set<List<String>> parts = new LinkedHashSet<>();
        boolean declared = alternatives.isEmpty();
        for (ApiSecurity each : sorted(alternatives)) {
            List<String> names = List.copyOf(each.scopesByScheme().keySet());
            List<String> able = names.stream().filter(this::isUsable).toList();
            names.stream()
                    .filter(name -> schemes.containsKey(name) && !isUsable(name))
                    .forEach(name -> report(name, operation, findings));
            declared |= schemes.keySet().containsAll(names);
            (able.size() == names.size() ? whole : parts).add(able);
        }
        if (!declared) {
            return Optional.empty();
        }
        boolean onlyOpen = whole.stream().allMatch(List::isEmpty);
        List<List<String>> auth = new ArrayList<>(whole);
        if (whole.isEmpty()) {
            parts.stream().filter(each -> !each.isEmpty()).limit(1).forEach(auth::add);
        } else if (onlyOpen) {
            auth.clear();
        }
        return Optional.of(auth);
    }

    private List<ApiSecurity> sorted(List<ApiSecurity> alternatives) {
        return alternatives.stream()
                .sorted(Comparator.<ApiSecurity, Boolean>comparing(
                                each -> each.scopesByScheme().isEmpty())
                        .thenComparing(each ->
                                -accepted.getOrDefault(each.scopesByScheme().keySet(), 0))
                        .thenComparing(this::rank)
                        .thenComparing(each -> each.scopesByScheme().size()))
                .toList();
    }

    /** Of several schemes together, that of the least convenient one. */
    private int rank(ApiSecurity alternative) {
        return alternative.scopesByScheme().keySet().stream()
                .flatMap(name -> Optional.ofNullable(schemes.get(name)).stream())
                .mapToInt(AuthPlanner::rank)
                .max()
                .orElse(0);
    }

    private static int rank(ApiSecurityScheme scheme) {
        if (TOKENS.contains(scheme.type()) || scheme.scheme().equals("bearer")) {
            return 0;
        }
        return scheme.type().equals("apiKey") ? 1 : 2;
    }

    private boolean isUsable(String name) {
        ApiSecurityScheme scheme = schemes.get(name);
        return scheme != null
                && switch (scheme.type()) {
                    case "http" -> Set.of("bearer", "basic").contains(scheme.scheme());
                    case "apiKey" ->
                        PLACES.contains(scheme.in()) && !scheme.parameter().isEmpty();
                    default -> TOKENS.contains(scheme.type());
                };
    }

    private void report(String name, ApiOperation operation, Findings findings) {
        ApiSecurityScheme scheme = Objects.requireNonNull(schemes.get(name), name);
        String kind = (scheme.type() + " " + scheme.scheme()).strip();
        findings.warning(
                "unusable-security-scheme",
                new SourcePointer(
                        operation.document().name(),
                        "/components/securitySchemes/" + name.replace("~", "~0").replace("/", "~1")),
                "The server can't use the security scheme '" + PlainText.cut(PlainText.of(name), 80) + "' ("
                        + PlainText.cut(PlainText.of(kind), 80) + ")",
                "Operations that accept no other are called without it; something in front of the API must add it.");
    }
}
