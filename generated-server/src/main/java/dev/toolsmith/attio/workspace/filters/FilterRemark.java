package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.filters.ComparedTexts.Compared;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Says of a query that found nothing what of its filter no value can equal. Attio takes any text there. */
public final class FilterRemark {

    private FilterRemark() {}

    /** A sentence or two for each such text; empty when there is none, or it is not known. */
    public static CompletableFuture<Optional<String>> of(Place place, JsonNode filter, FactReader facts) {
        return AttributePages.all(place, facts).thenCompose(found -> {
            KnownPlaces places = new KnownPlaces(place, Optional.empty(), Optional.empty());
            places.put(place, found.orElse(List.of()));
            return remark(place, ComparedTexts.of(filter, places), facts);
        });
    }

    private static CompletableFuture<Optional<String>> remark(Place place, List<Compared> compared, FactReader facts) {
        return ChoiceRemark.of(place, of(compared, AttributeType::isChoice), facts)
                .thenCombine(
                        MemberRemark.of(of(compared, AttributeType.ACTOR_REFERENCE::equals), facts),
                        FilterRemark::joined)
                .thenCombine(
                        ReferenceRemark.of(place, of(compared, AttributeType.RECORD_REFERENCE::equals), facts),
                        FilterRemark::joined)
                .thenApply(words -> Optional.of(words).filter(said -> !said.isEmpty()));
    }

    private static List<Compared> of(List<Compared> compared, Predicate<AttributeType> type) {
        return compared.stream()
                .filter(each -> type.test(each.attribute().type()))
                .toList();
    }

    private static String joined(String before, String more) {
        return (before + " " + more).strip();
    }
}
