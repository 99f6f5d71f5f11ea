package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;

/**
 * What both catalogues tell of their tools. One that was read back from generated files tells less than a description.
 *
 * @param places where arguments go in the request
 * @param answers what tools answer
 */
record Known(boolean places, boolean answers) {

    static Known of(ToolCatalog before, ToolCatalog after) {
        return new Known(tellsPlaces(before) && tellsPlaces(after), tellsAnswers(before) && tellsAnswers(after));
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
