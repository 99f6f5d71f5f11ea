package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.AuthenticatedSender.Answered;
import dev.toolsmith.runtime.view.ResultView;
import dev.toolsmith.runtime.view.ShownAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one call's answer becomes its result.
 *
 * @param reader makes results
 * @param page which part of the answer is wanted
 * @param shape how it is shown
 * @param arguments those of the call, as they were sent
 */
record Reading(AnswerReader reader, Optional<Page> page, ResultShape shape, ObjectNode arguments) {

    CompletableFuture<ToolResult> of(Answered answered, CallTerms terms, Failures failures) {
        if (!shape.isText() || terms.account().isEmpty()) {
            return CompletableFuture.completedFuture(read(answered, shape.by(), failures));
        }
        List<JsonNode> items = new ArrayList<>();
        ToolResult plain = read(answered, new NotedItems(shape.by(), items), failures);
        if (plain.isError() || items.isEmpty()) {
            return CompletableFuture.completedFuture(plain);
        }
        return informed(terms.account().get(), terms, items)
                .thenApply(by -> by == shape.by() ? plain : read(answered, by, failures));
    }

    private CompletableFuture<ResultView> informed(Account account, CallTerms terms, List<JsonNode> items) {
        ShownAnswer answer = new ShownAnswer(
                terms.tool().descriptor(),
                arguments,
                items,
                tool -> terms.names().offers(tool));
        return account.looking(look -> shape.by().informed(answer, look), shape.by());
    }

    private ToolResult read(Answered answered, ResultView by, Failures failures) {
        return reader.read(answered.answer(), page, shape.by(by), failures, answered.secrets());
    }
}
