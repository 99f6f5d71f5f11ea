package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiParameter;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.ParameterPlace;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of an operation: those of the path item, overridden by the operation's own. */
final class ParameterReader {

    private static final Map<String, ParameterPlace> PLACES = Map.of(
            "path", ParameterPlace.PATH,
            "query", ParameterPlace.QUERY,
            "header", ParameterPlace.HEADER,
            "cookie", ParameterPlace.COOKIE);

    private record Key(ParameterPlace place, String name) {}

    private final Diagnostics diagnostics;
    private final References references;

    ParameterReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.references = new References(diagnostics);
    }

    /** Nothing when a reference of a parameter leads nowhere, which is reported. */
    Optional<List<ApiParameter>> read(Located pathItem, Located operation) {
        Map<Key, ApiParameter> merged = new LinkedHashMap<>();
        for (Located owner : List.of(pathItem, operation)) {
            Map<Key, ApiParameter> declared = new LinkedHashMap<>();
            for (Located each : owner.member("parameters").elements()) {
                Optional<Located> resolved = references.resolve(each);
                if (resolved.isEmpty()) {
                    return Optional.empty();
                }
                parameter(resolved.get(), each).ifPresent(parameter -> declare(parameter, each, declared));
            }
            merged.putAll(declared);
        }
        return Optional.of(new ArrayList<>(merged.values()));
    }

    private void declare(ApiParameter parameter, Located declaration, Map<Key, ApiParameter> declared) {
        Key key = new Key(parameter.place(), parameter.name());
        if (declared.putIfAbsent(key, parameter) != null) {
            diagnostics.error(
                    "duplicate-parameter",
                    declaration.at(),
                    "The " + word(key.place()) + " parameter '" + VisibleText.excerpt(key.name())
                            + "' is declared twice",
                    "Remove one of the two; the first is used.");
        }
    }

    private Optional<ApiParameter> parameter(Located parameter, Located declaration) {
        Optional<ParameterPlace> place = Optional.ofNullable(PLACES.get(parameter.text("in")));
        String name = parameter.text("name");
        if (place.isEmpty() || name.isEmpty()) {
            diagnostics.error(
                    "invalid-parameter",
                    declaration.at(),
                    name.isEmpty()
                            ? "A parameter has no name"
                            : "The parameter '" + VisibleText.excerpt(name) + "' has no place that is known",
                    "Give it a 'name', and an 'in' that is path, query, header or cookie.");
            return Optional.empty();
        }
        if (place.get() == ParameterPlace.HEADER && !HeaderNames.usable(name, declaration.at(), diagnostics)) {
            return Optional.empty();
        }
        return Optional.of(parameter(parameter, place.get(), name));
    }

    private static ApiParameter parameter(Located parameter, ParameterPlace place, String name) {
        boolean form = place == ParameterPlace.QUERY || place == ParameterPlace.COOKIE;
        String style = parameter.text("style").isEmpty() ? (form ? "form" : "simple") : parameter.text("style");
        Located content = parameter.member("content");
        Optional<String> mediaType = MediaTypes.forRequest(content.names());
        ApiSchema schema =
                mediaType.map(key -> content.member(key).schema("schema")).orElseGet(() -> parameter.schema("schema"));
        return new ApiParameter(
                parameter.at(),
                name,
                place,
                place == ParameterPlace.PATH || parameter.flag("required", false),
                parameter.text("description"),
                schema,
                style,
                parameter.flag("explode", style.equals("form")),
                mediaType.map(MediaTypes::essence),
                parameter.extensions());
    }

    static String word(ParameterPlace place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
