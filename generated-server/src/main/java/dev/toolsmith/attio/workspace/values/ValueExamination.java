package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributePages;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.names.Examination;
import dev.toolsmith.attio.workspace.names.PlacedCall;
import dev.toolsmith.runtime.account.FactReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Checks the values that a call writes to a record or an entry by what is exact for the workspace. */
public final class ValueExamination implements Examination {

    private final CompiledSchemas schemas = new CompiledSchemas();

    @Override
    public CompletableFuture<List<String>> problems(PlacedCall call, FactReader facts) {
        Optional<Write> write = Write.of(call);
        if (write.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Place place = call.place();
        return AttributePages.first(place, facts)
                .thenApply(first -> first.map(known -> new WriteTarget(write.get(), known)))
                .thenCompose(target -> target.filter(WriteTarget::lacksNames).isPresent()
                        ? AttributePages.all(place, facts)
                                .thenApply(all -> all.map(known -> new WriteTarget(write.get(), known)))
                        : CompletableFuture.completedFuture(target))
                .thenCompose(target -> target.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : problems(target.get(), facts));
    }

    private CompletableFuture<List<String>> problems(WriteTarget target, FactReader reader) {
        List<Written> written = target.written();
        return ValueFacts.find(target.write().place(), written, reader)
                .thenApply(facts -> problems(target, written, facts));
    }

    private List<String> problems(WriteTarget target, List<Written> written, ValueFacts facts) {
        ValueWords words = new ValueWords(target.write().place(), facts);
        List<String> problems = new ArrayList<>(target.problemsOfMatching());
        problems.addAll(target.problemsOfNames(words));
        for (Written one : written) {
            boolean needed = target.needsValue(one.attribute());
            ShapeCheck check = new ShapeCheck(schemas, facts.shape(one.attribute(), needed));
            if (!one.value().isMissingNode() && !check.accepts(one.value())) {
                problems.addAll(new Misfits(target, one, words, check::accepts).all());
            }
        }
        return problems;
    }
}
