package dev.toolsmith.generator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One operation: a method on a path.
 *
 * @param at where the operation stands
 * @param document the document that it stands in
 * @param method the HTTP method, upper case
 * @param path the path template, with the path of the server URL left out
 * @param operationId the description's own name for it
 * @param summary one line, empty when there is none
 * @param description the description's text, empty when there is none
 * @param tags the tags as written
 * @param parameters path, query, header and cookie parameters, those of the path item included
 * @param body the request body, if requests have one
 * @param responses the documented answers, in the description's order
 * @param security the alternatives of which one must be met; none when the operation is open to all; empty when the
 *     description says nothing about it
 * @param deprecated whether the description calls it deprecated
 * @param extensions the members whose names begin with {@code x-}
 */
public record ApiOperation(
        SourcePointer at,
        ApiDocument document,
        String method,
        String path,
        Optional<String> operationId,
        String summary,
        String description,
        List<String> tags,
        List<ApiParameter> parameters,
        Optional<ApiBody> body,
        List<ApiResponse> responses,
        Optional<List<ApiSecurity>> security,
        boolean deprecated,
        ObjectNode extensions) {

    public ApiOperation {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        security = security.map(List::copyOf);
    }

    /** The parameters that travel in one place, in the description's order. */
    public List<ApiParameter> parametersIn(ParameterPlace place) {
        return parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .toList();
    }

    /** The answer to a call that went well, if one with a body is documented; of several, that of the lowest status. */
    public Optional<ApiResponse> successResponse() {
        return responses.stream()
                .filter(response -> response.isSuccess() && response.schema().isPresent())
                .min(Comparator.comparing(ApiResponse::status));
    }
}
