package dev.toolsmith.attio.guide;

import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptArgument;
import java.util.List;
import java.util.Map;

/**
 * A prompt of Attio's servers.
 *
 * @param prompt what it is
 * @param tools those that it takes
 * @param defaults what arguments are that the user leaves out
 */
record AttioPrompt(Prompt prompt, List<String> tools, Map<String, String> defaults) {

    private static final AttioPrompt QUALIFY_LEAD = new AttioPrompt(
            new Prompt(
                    "qualify_lead",
                    "Qualify an inbound lead",
                    "Makes sure that a lead's company is in Attio once, and stands on a list with the status you name.",
                    List.of(
                            new PromptArgument("lead", "The lead's e-mail address, or the company's web domain.", true),
                            new PromptArgument("list", "Slug or name of the list that takes the lead.", true),
                            new PromptArgument(
                                    "status", "Status on that list, by its title. Left out: none is set.", false))),
            List.of("attio_companies_assert", "attio_entries_assert"),
            Map.of());

    private static final AttioPrompt DEAL_BRIEFING = new AttioPrompt(
            new Prompt(
                    "deal_briefing",
                    "Brief me on a deal",
                    "Gathers where a deal stands and what its last notes say, for a meeting that is about to begin.",
                    List.of(
                            new PromptArgument("deal", "Name of the deal, or of its company.", true),
                            new PromptArgument("list", "Slug or name of the list on which it is followed.", false),
                            new PromptArgument("notes", "How many of the newest notes to use. Left out: 3.", false))),
            List.of("list_all_attio_deals"),
            Map.of("notes", "3"));

    static final AttioPrompt RECORDS_AND_ENTRIES = new AttioPrompt(
            new Prompt(
                    "records_and_entries",
                    "Tell records from entries",
                    "Teaches which values belong to a record and which to its entry on a list, before work on both.",
                    List.of(new PromptArgument("list", "Slug or name of a list to take as the example.", false))),
            List.of(),
            Map.of());

    static final List<AttioPrompt> ALL = List.of(QUALIFY_LEAD, DEAL_BRIEFING, RECORDS_AND_ENTRIES);

    AttioPrompt {
        tools = List.copyOf(tools);
        defaults = Map.copyOf(defaults);
    }

    /** The file of its text. */
    String file() {
        return "prompt-" + prompt.name().replace('_', '-') + ".md";
    }

    /** Whether a caller has the tools that it takes. */
    boolean isFor(ContextScope scope) {
        return tools.stream().allMatch(scope::offers);
    }
}
