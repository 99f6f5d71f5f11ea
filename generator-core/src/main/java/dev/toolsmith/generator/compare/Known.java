package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.Optional;

/**
 * What tools are compared by besides themselves: what both catalogues tell of their tools, and what is usual in each. One that was read back from generated files tells less than a description.
 *
 * @param places where arguments go in the request
 * @param answers what tools answer
 * @param usualBefore the credential that most tools sent
 * @param usualAfter the credential that most tools send
 */
record Known(boolean places, boolean answers, List<List<String>> usualBefore, List<List<String>> usualAfter) {

    static Known of(ToolCatalog before, ToolCatalog after) {
        return new Known(
                tellsPlaces(before) && tellsPlaces(after),
                tellsAnswers(before) && tellsAnswers(after),
                before.auth(),
                after.auth());
    }

    /** Whether a tool sent what most tools did, so that a change of it is told once for all of them. */
    boolean isUsualBefore(Optional<List<List<String>>> auth) {
        return auth.isEmpty() || auth.get().equals(usualBefore);
    }

    /** Whether a tool sends what most tools do. */
    boolean isUsualAfter(Optional<List<List<String>>> auth) {
        return auth.isEmpty() || auth.get().equals(usualAfter);
    }

    private static boolean tellsPlaces(ToolCatalog catalogue) {
        return catalogue.tools().stream().anyMatch(tool -> !tool.bindings().isEmpty())
                || catalogue.tools().stream().allMatch(Known::takesNothing);
    }

    private static boolean takesNothing(ToolModel tool) {
        return tool.input().node().path("properties").isEmpty();
    }

    private static boolean tellsAnswers(ToolCatalog catalogue) {
        return catalogue.tools().stream().anyMatch(tool -> tool.output().isPresent());
    }
}
