package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.List;
import java.util.Optional;

/**
 * What tools are compared by besides themselves: what both catalogues tell of their tools, and what is usual in each.
 * One that was read back from generated files tells less than a description.
 *
 * @param places where arguments go in the request
 * @param usualBefore the credential that most tools sent
 * @param usualAfter the credential that most tools send
 */
record Known(boolean places, List<List<String>> usualBefore, List<List<String>> usualAfter) {

    static Known of(ToolCatalog before, ToolCatalog after) {
        return new Known(before.bindingsKnown() && after.bindingsKnown(), before.auth(), after.auth());
    }

    /** Whether a tool sent what most tools did, so that a change of it is told once for all of them. */
    boolean isUsualBefore(Optional<List<List<String>>> auth) {
        return auth.isEmpty() || auth.get().equals(usualBefore);
    }

    /** Whether a tool sends what most tools do. */
    boolean isUsualAfter(Optional<List<List<String>>> auth) {
        return auth.isEmpty() || auth.get().equals(usualAfter);
    }
}
