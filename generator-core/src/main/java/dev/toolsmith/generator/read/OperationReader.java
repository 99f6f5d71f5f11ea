package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.api.ApiParameter;
import dev.toolsmith.generator.api.ApiResponse;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ParameterPlace;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation object to an {@link ApiOperation}. */
final class OperationReader {

    /** An operation object, and what stands around it. */
    record Place(Located root, Located pathItem, PathTemplate path, String method, Located operation) {}

    private final Diagnostics diagnostics;
    private final References references;
    private final ParameterReader parameters;
    private final ContentReader contents;
    private final SecurityReader security;
    private final Map<String, ApiSecurityScheme> schemes;

    OperationReader(Map<String, ApiSecurityScheme> schemes, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.references = new References(diagnostics);
        this.parameters = new ParameterReader(diagnostics);
        this.contents = new ContentReader(diagnostics);
        this.security = new SecurityReader(diagnostics);
        this.schemes = schemes;
    }

    /** Nothing when the operation cannot be called, which is reported. */
    Optional<ApiOperation> read(Place place) {
        Optional<List<ApiParameter>> found = parameters
                .read(place.pathItem(), place.operation())
                .map(each -> withoutStrays(each, place.path()))
                .filter(each -> fillsTemplate(each, place));
        Optional<Located> body = references.resolve(place.operation().member("requestBody"));
        Optional<List<ApiResponse>> responses = contents.responses(place.operation());
        if (found.isEmpty() || body.isEmpty() || responses.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(operation(place, found.get(), body.get(), responses.get()));
    }

    private ApiOperation operation(
            Place place, List<ApiParameter> parameters, Located body, List<ApiResponse> responses) {
        Located operation = place.operation();
        return new ApiOperation(
                operation.at(),
                operation.document(),
                place.method(),
                place.path().text(),
                Optional.of(operation.text("operationId")).filter(id -> !id.isEmpty()),
                operation.text("summary"),
                operation.text("description"),
                tags(operation),
                parameters,
                contents.body(body),
                responses,
                security.alternatives(operation, place.root(), schemes),
                operation.flag("deprecated", false),
                operation.extensions());
    }

    private List<ApiParameter> withoutStrays(List<ApiParameter> parameters, PathTemplate path) {
        List<ApiParameter> kept = new ArrayList<>(parameters);
        kept.removeIf(each ->
                each.place() == ParameterPlace.PATH && !path.parameters().contains(each.name()) && isStray(each, path));
        return kept;
    }

    private boolean isStray(ApiParameter parameter, PathTemplate path) {
        diagnostics.error(
                "stray-path-parameter",
                parameter.at(),
                "The path parameter '" + VisibleText.excerpt(parameter.name()) + "' does not occur in "
                        + VisibleText.excerpt(path.text()),
                "Put {" + VisibleText.excerpt(parameter.name()) + "} into the path, or remove the parameter.");
        return true;
    }

    private boolean fillsTemplate(List<ApiParameter> parameters, Place place) {
        boolean fills = true;
        for (String name : place.path().parameters()) {
            if (parameters.stream()
                    .noneMatch(each ->
                            each.place() == ParameterPlace.PATH && each.name().equals(name))) {
                diagnostics.error(
                        "undeclared-path-parameter",
                        place.operation().at(),
                        "The path parameter '" + VisibleText.excerpt(name) + "' is not declared",
                        "Declare it with 'in: path'.");
                fills = false;
            }
        }
        return fills;
    }

    private static List<String> tags(Located operation) {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : operation.node().path("tags")) {
            if (tag.isTextual()) {
                tags.add(tag.textValue());
            }
        }
        return tags;
    }
}
