package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.account.AccountLook;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** How the answers of one API are shown, where they are not shown as the API gives them. */
public interface ResultView {

    /** The app whose answers it shows; the word in tool names. */
    String app();

    /**
     * What {@link View#COMPACT} shows of an answer that is no list, or of an item of a list. What it keeps, it keeps as it is.
     *
     * @param item not to be changed
     */
    JsonNode compact(JsonNode item);

    /**
     * What {@link View#TEXT} shows of it: a first line that names it, and lines below.
     *
     * @param item not to be changed
     */
    String text(JsonNode item);

    /**
     * The same view that knows, for {@link View#TEXT} of one answer, what the account calls things. Asked only where accounts
     * are read for exact schemas.
     *
     * @return may complete late or not at all: the answer is shown without it then
     */
    default CompletableFuture<ResultView> informed(ShownAnswer answer, AccountLook look) {
        return CompletableFuture.completedFuture(this);
    }
}
