package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.filters.ComparedTexts.Compared;
import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.account.FactReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Says of a query that found nothing which options and statuses of its filter there are not. Attio takes any title there. */
final class ChoiceRemark {

    private ChoiceRemark() {}

    /** A sentence for each title that there is not; none when there are all, or it is not known. */
    static CompletableFuture<String> of(Place place, List<Compared> compared, FactReader facts) {
        Map<Attribute, List<Compared>> byAttribute = compared.stream()
                .collect(Collectors.groupingBy(Compared::attribute, LinkedHashMap::new, Collectors.toList()));
        CompletableFuture<String> all = CompletableFuture.completedFuture("");
        for (Map.Entry<Attribute, List<Compared>> each : byAttribute.entrySet()) {
            all = all.thenCombine(
                    facts.find(WorkspaceFacts.choices(place.kind(), place.slug(), each.getKey())),
                    (words, choices) -> (words + " "
                                    + choices.map(known -> unknown(each.getValue(), known))
                                            .orElse(""))
                            .strip());
        }
        return all;
    }

    private static String unknown(List<Compared> compared, List<Choice> choices) {
        return compared.stream()
                .filter(each -> choices.stream().noneMatch(choice -> isMeant(choice, each.text())))
                .map(each -> unknown(each, choices))
                .collect(Collectors.joining(" "));
    }

    private static boolean isMeant(Choice choice, String said) {
        return choice.title().equals(said) || choice.id().equalsIgnoreCase(said);
    }

    private static String unknown(Compared compared, List<Choice> choices) {
        List<Choice> inUse =
                choices.stream().filter(choice -> !choice.archived()).toList();
        String noun = compared.attribute().type() == AttributeType.STATUS ? "status" : "option";
        String meant = Closest.to(
                        compared.text(), inUse.stream().map(Choice::title).toList())
                .map(title -> " Did you mean " + Said.quoted(title) + "?")
                .orElse("");
        return compared.at() + ": " + Said.quoted(compared.text()) + " is no " + noun + " of "
                + Said.name(compared.attribute().title()) + ", so nothing has it." + meant
                + (inUse.isEmpty() ? " There are none." : " There are: " + Said.first(inUse) + ".");
    }
}
