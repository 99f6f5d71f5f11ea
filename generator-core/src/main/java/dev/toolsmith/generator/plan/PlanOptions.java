package dev.toolsmith.generator.plan;

import java.util.List;

/**
 * What a user decides about the tools of an API, apart from overlays.
 *
 * @param app the word that stands in tool names, such as {@code attio}; {@link IllegalArgumentException} unless it is
 *     snake_case ASCII that begins with a letter, at most 24 characters
 * @param naming how operations without {@code x-toolsmith-name} are named
 * @param include names of the tools to keep, {@code *} for any characters; empty for all
 * @param exclude names of the tools to leave out, {@code *} for any characters
 * @param listed how much of an input schema models are shown
 */
public record PlanOptions(String app, Naming naming, List<String> include, List<String> exclude, ListedLimits listed) {

    /** Where a tool's name comes from. */
    public enum Naming {
        /** From the path and the method by the rules of resource and kind: {@code list_all_attio_notes}. */
        PATH,
        /** From the operationId, else from all words of the path: {@code attio_get_notes}. */
        OPERATION_ID
    }

    public PlanOptions {
        if (app.length() > 24 || !app.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not an app name: " + app);
        }
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** All tools of the app, named by operationId, with the default limits. */
    public static PlanOptions forApp(String app) {
        return new PlanOptions(app, Naming.OPERATION_ID, List.of(), List.of(), ListedLimits.defaults());
    }

    /** The same options with another naming. */
    public PlanOptions withNaming(Naming other) {
        return new PlanOptions(app, other, include, exclude, listed);
    }

    /** The same options with other filters on tool names. */
    public PlanOptions withFilters(List<String> included, List<String> excluded) {
        return new PlanOptions(app, naming, included, excluded, listed);
    }

    /** The same options with other limits of what models are shown. */
    public PlanOptions withListed(ListedLimits other) {
        return new PlanOptions(app, naming, include, exclude, other);
    }
}
