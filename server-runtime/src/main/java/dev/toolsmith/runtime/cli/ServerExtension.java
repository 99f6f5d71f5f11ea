package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.context.ContextContributor;
import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.view.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to a server what not every server has. Named in the generator's configuration. */
public interface ServerExtension {

    /** An API with sample data inside this process, for {@code --sandbox}. */
    default Optional<EmbeddedUpstream> embeddedUpstream() {
        return Optional.empty();
    }

    /**
     * What is offered beside tools, at most one an API. It is asked for when a client wants prompts or resources, so that its
     * classes need not be loaded before tools are listed.
     */
    default List<ContextContributor> contextContributors() {
        return List.of();
    }

    /**
     * Whether {@link #contextContributors} has any that may offer prompts. A server asks before it has listed anything, so
     * it is better told without them.
     */
    default boolean hasPrompts() {
        return !contextContributors().isEmpty();
    }

    /** Further verbs, of names of their own. */
    default List<Verb> verbs() {
        return List.of();
    }

    /** Further choices for {@code --engine}. */
    default List<Engine> engines() {
        return List.of();
    }

    /** What models are told of the API at the beginning, in a few sentences; empty for nothing. */
    default String instructions() {
        return "";
    }

    /**
     * The same for those who are offered some of the server's tools: it speaks of no kind of tool that is not among them.
     * Sentences that name a tool which is not are left out in any case.
     *
     * @param offered the tools, of other APIs too
     */
    default String instructions(BundleTools offered) {
        return instructions();
    }

    /** Further choices for {@code --preset}, besides {@link ToolPreset#readOnly}. */
    default List<ToolPreset> presets() {
        return List.of();
    }

    /**
     * What makes schemas exact for single accounts, at most one an API. It is asked for when calls are prepared, so that
     * its classes need not be loaded before tools are listed.
     */
    default List<SchemaContributor> schemaContributors() {
        return List.of();
    }

    /**
     * The apps of {@link #schemaContributors}. A server asks for them before it has listed anything, so they are better
     * told without the contributors where those are large.
     */
    default List<String> exactApps() {
        List<String> apps = new ArrayList<>();
        for (SchemaContributor contributor : schemaContributors()) {
            apps.add(contributor.app());
        }
        return apps;
    }

    /**
     * How answers are shown that are not shown as the API gives them, at most one an API. It is asked for when calls are
     * prepared.
     */
    default List<ResultView> resultViews() {
        return List.of();
    }

    /** What people call the things of its API, for clients that search for tools. It is asked for at the first search. */
    default SearchWords searchWords() {
        return SearchWords.NONE;
    }
}
