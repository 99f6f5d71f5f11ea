package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.filters.FilterRemark;
import dev.toolsmith.attio.workspace.filters.MemberRemark;
import dev.toolsmith.attio.workspace.names.Names;
import dev.toolsmith.runtime.account.FactReader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of calls that found nothing why nothing can be found by what they ask for. */
final class EmptyRemark {

    private static final String FILTER = "filter";
    private static final String ASSIGNEE = "assignee";

    private EmptyRemark() {}

    /** Words for a model; empty where something could have been found, or it is not known. */
    static CompletableFuture<Optional<String>> of(String path, ObjectNode arguments, FactReader facts) {
        JsonNode assignee = arguments.path(ASSIGNEE);
        if (path.equals("/v2/tasks") && assignee.isString()) {
            return MemberRemark.ofArgument(ASSIGNEE, assignee.stringValue(), facts);
        }
        return path.endsWith("/query") && arguments.has(FILTER)
                ? Names.placeOf(path, arguments)
                        .map(named -> WorkspaceReading.placed(named, facts)
                                .thenCompose(place -> FilterRemark.of(place, arguments.path(FILTER), facts)))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                : CompletableFuture.completedFuture(Optional.empty());
    }
}
