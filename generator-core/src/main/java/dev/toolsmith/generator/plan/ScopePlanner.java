package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.tool.ScopesByParameter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the OAuth scopes that a call needs. */
final class ScopePlanner {

    private final boolean usesScopes;

    /** A planner for an API whose operations need scopes, or for one without. */
    ScopePlanner(List<ApiOperation> operations) {
        this.usesScopes =
                operations.stream().anyMatch(operation -> !ofSecurity(operation).isEmpty());
    }

    /** The scopes of a tool, sorted; {@link PlannedScopes#known()} is settled by {@link #settled}. */
    static PlannedScopes scopes(ToolDraft draft, Findings findings) {
        Extensions extensions = draft.extensions();
        List<String> all = extensions.scopes().orElseGet(() -> ofSecurity(draft.operation()));
        if (extensions.scopesBy().isEmpty()) {
            return new PlannedScopes(sorted(all.stream()), extensions.scopes().isPresent(), Optional.empty());
        }
        Extensions.ScopesBy by = extensions.scopesBy().get();
        if (!draft.shape().parameters().contains(by.parameter())) {
            findings.reject(
                    "unknown-scopes-parameter",
                    draft.operation().at().member("x-toolsmith-scopes-by").member("parameter"),
                    "The path " + draft.operation().path() + " has no parameter '" + by.parameter() + "'",
                    "Name one of the path's parameters.");
        }
        if (draft.fixedParameter().filter(by.parameter()::equals).isPresent()) {
            List<String> fixed =
                    by.values().getOrDefault(draft.fixed().orElseThrow().value(), all);
            return new PlannedScopes(sorted(fixed.stream()), true, Optional.empty());
        }
        Stream<String> union =
                Stream.concat(all.stream(), by.values().values().stream().flatMap(List::stream));
        return new PlannedScopes(sorted(union), true, Optional.of(by));
    }

    /** Whether the scopes are known, and a warning when they are not. */
    boolean settled(ToolDraft draft, PlannedScopes scopes, boolean reads, Findings findings) {
        if (scopes.known() || !scopes.all().isEmpty() || reads || !usesScopes) {
            return true;
        }
        findings.warning(
                "write-without-scopes",
                draft.operation().at(),
                draft.operation().method() + " " + draft.operation().path()
                        + " changes something but names no scopes, although other operations do",
                "Name the scopes with x-toolsmith-scopes; a hosted server refuses the tool until then.");
        return false;
    }

    private static List<String> ofSecurity(ApiOperation operation) {
        return operation.security().stream()
                .flatMap(List::stream)
                .limit(1)
                .map(alternative ->
                        sorted(alternative.scopesByScheme().values().stream().flatMap(List::stream)))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> sorted(Stream<String> scopes) {
        return List.copyOf(new TreeSet<>(scopes.toList()));
    }

    /** The scopes of a tool: all of them, whether the overlay settles them, and what they depend on. */
    record PlannedScopes(List<String> all, boolean known, Optional<Extensions.ScopesBy> by) {

        /** What the scopes depend on, by the name that the argument of a path parameter has. */
        Optional<ScopesByParameter> byArgument(Function<String, Optional<String>> argumentOf) {
            return by.map(each ->
                    new ScopesByParameter(argumentOf.apply(each.parameter()).orElse(each.parameter()), each.values()));
        }
    }
}
