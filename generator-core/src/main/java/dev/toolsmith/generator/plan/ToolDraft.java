package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiOperation;
import java.util.Optional;

/**
 * One tool to be planned: an operation as it is, with a path parameter fixed, or under another name.
 *
 * @param operation the operation
 * @param extensions what its extensions say
 * @param fixed the value of the specialised path parameter
 * @param alias the other name and texts
 */
record ToolDraft(
        ApiOperation operation, Extensions extensions, Optional<Specialisation.Value> fixed, Optional<Alias> alias) {

    /** The path template with the constant filled in. */
    String path() {
        return fixed.map(
                        value -> operation.path().replace("{" + fixedParameter().orElseThrow() + "}", value.value()))
                .orElse(operation.path());
    }

    /** The path parameter that is a constant in this tool. */
    Optional<String> fixedParameter() {
        return fixed.flatMap(value -> extensions.specialisation()).map(Specialisation::parameter);
    }

    /** The path as the description has it, which kinds and resources are derived from. */
    PathShape shape() {
        return PathShape.of(operation.path());
    }

    /** The plural that stands in path names. */
    String resource() {
        return fixed.map(value -> SnakeCase.of(value.value()))
                .or(extensions::resource)
                .or(() -> partValues().map(PathShape.PartValues::resource))
                .orElseGet(() -> shape().resource());
    }

    /** The singular that stands in path names. */
    String singular() {
        return fixed.map(Specialisation.Value::singular)
                .or(extensions::singular)
                .orElseGet(() -> Singular.of(resource()));
    }

    /** The values of a part of a resource, where the operation reads them. */
    Optional<PathShape.PartValues> partValues() {
        return operation.method().equals("GET") ? shape().partValues() : Optional.empty();
    }
}
