package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiParameter;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ParameterPlace;
import dev.toolsmith.generator.tool.ArgumentBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns path, query, header and cookie parameters into arguments. */
final class ParameterPlanner {

    private static final Map<ParameterPlace, Set<String>> STYLES = Map.of(
            ParameterPlace.PATH, Set.of("simple", "label", "matrix"),
            ParameterPlace.QUERY, Set.of("form", "spaceDelimited", "pipeDelimited", "deepObject"),
            ParameterPlace.HEADER, Set.of("simple"),
            ParameterPlace.COOKIE, Set.of("form"));

    private final List<ApiSecurityScheme> credentials;

    /** A planner that leaves parameters to the server that carry a credential. */
    ParameterPlanner(List<ApiSecurityScheme> schemes) {
        this.credentials = schemes.stream()
                .filter(scheme -> scheme.type().equals("apiKey"))
                .toList();
    }

    List<Argument> arguments(ToolDraft draft, SchemaNormaliser schemas, ArgumentNames names, Findings findings) {
        List<Argument> arguments = new ArrayList<>();
        for (ParameterPlace place : ParameterPlace.values()) {
            for (ApiParameter parameter : draft.operation().parametersIn(place)) {
                boolean constant = place == ParameterPlace.PATH
                        && draft.fixedParameter()
                                .filter(parameter.name()::equals)
                                .isPresent();
                if (!constant && isExpressible(parameter, findings)) {
                    arguments.add(argument(parameter, schemas, names, findings));
                }
            }
        }
        return arguments;
    }

    private static Argument argument(
            ApiParameter parameter, SchemaNormaliser schemas, ArgumentNames names, Findings findings) {
        ObjectNode schema = schemas.normalise(parameter.schema());
        String description = PlainText.of(parameter.description());
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        String suffix = "_" + parameter.place().name().toLowerCase(Locale.ROOT);
        return new Argument(binding(parameter, names.take(name(parameter, findings), suffix), schema), schema);
    }

    private static ArgumentBinding binding(ApiParameter parameter, String name, ObjectNode schema) {
        String wire = parameter.name();
        boolean required = parameter.required();
        boolean json = parameter.isJson();
        String style = json ? ArgumentBinding.JSON_STYLE : parameter.style();
        boolean explode =
                !json && parameter.explode() && !(parameter.place() == ParameterPlace.COOKIE && isScalar(schema));
        return switch (parameter.place()) {
            case PATH -> new ArgumentBinding.PathArgument(name, wire, style, explode);
            case QUERY -> new ArgumentBinding.QueryArgument(name, wire, required, style, explode);
            case HEADER -> new ArgumentBinding.HeaderArgument(name, wire, required, style, explode);
            case COOKIE -> new ArgumentBinding.CookieArgument(name, wire, required, style, explode);
        };
    }

    /** Whether exploding makes no difference. */
    private static boolean isScalar(ObjectNode schema) {
        List<String> types = SchemaShape.types(schema);
        return !types.isEmpty() && !types.contains("array") && !types.contains("object");
    }

    private static String name(ApiParameter parameter, Findings findings) {
        Optional<String> given =
                new Members(parameter.extensions(), parameter.at(), findings).text("x-toolsmith-argument");
        if (given.isPresent() && !ArgumentNames.isLegal(given.get())) {
            findings.error(
                    "illegal-argument-name",
                    parameter.at().member("x-toolsmith-argument"),
                    "'" + PlainText.cut(PlainText.of(given.get()), 80) + "' can't be an argument's name",
                    "Use letters, digits, '_', '.' and '-', at most 64.");
        }
        if (given.isPresent()) {
            return ArgumentNames.legal(given.get());
        }
        String words = parameter.place() == ParameterPlace.HEADER ? SnakeCase.of(parameter.name()) : "";
        return ArgumentNames.legal(words.isEmpty() ? parameter.name() : words);
    }

    private boolean isExpressible(ApiParameter parameter, Findings findings) {
        if (carriesCredential(parameter)) {
            findings.info(
                    "credential-parameter",
                    parameter.at(),
                    "The parameter '" + shown(parameter) + "' carries the credential, which the server sends itself",
                    "");
            return false;
        }
        Optional<String> obstacle = obstacle(parameter);
        if (obstacle.isEmpty()) {
            return true;
        }
        String message = "The parameter '" + shown(parameter) + "' " + obstacle.get();
        String hint = "Describe it with a schema and a usual style, or remove it with an overlay.";
        if (parameter.required()) {
            findings.reject("unsupported-parameter", parameter.at(), message, hint);
        } else {
            findings.error("unsupported-parameter", parameter.at(), message, hint);
        }
        return false;
    }

    private static Optional<String> obstacle(ApiParameter parameter) {
        if (parameter.mediaType().isPresent()) {
            return parameter.isJson() || parameter.isText()
                    ? Optional.empty()
                    : Optional.of("is written as '"
                            + PlainText.cut(PlainText.of(parameter.mediaType().get()), 80) + "'");
        }
        Set<String> known = STYLES.getOrDefault(parameter.place(), Set.of());
        return known.contains(parameter.style())
                ? Optional.empty()
                : Optional.of("has the style '" + PlainText.cut(PlainText.of(parameter.style()), 40) + "'");
    }

    private boolean carriesCredential(ApiParameter parameter) {
        String place = parameter.place().name().toLowerCase(Locale.ROOT);
        return credentials.stream()
                .anyMatch(scheme -> scheme.in().equals(place)
                        && (place.equals("header")
                                ? scheme.parameter().equalsIgnoreCase(parameter.name())
                                : scheme.parameter().equals(parameter.name())));
    }

    private static String shown(ApiParameter parameter) {
        return PlainText.cut(PlainText.of(parameter.name()), 80);
    }
}
