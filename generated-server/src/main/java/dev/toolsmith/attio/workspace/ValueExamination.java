package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.account.FactReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Checks the values that a call writes to a record or an entry by the schemas that are exact for the workspace. */
final class ValueExamination implements Examination {

    private @Nullable CompiledSchemas compiled;

    @Override
    public CompletableFuture<List<String>> problems(PlacedCall call, FactReader facts) {
        Optional<Write> write = Write.of(call);
        if (write.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Place place = call.place();
        return facts.find(WorkspaceFacts.attributes(place.kind(), place.slug()))
                .thenCompose(attributes -> attributes.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : problems(new WriteTarget(write.get(), attributes.get()), facts));
    }

    private CompletableFuture<List<String>> problems(WriteTarget target, FactReader reader) {
        List<Written> written = target.written();
        return ValueFacts.find(target.write().place(), written, reader)
                .thenApply(facts -> problems(target, written, facts));
    }

    private List<String> problems(WriteTarget target, List<Written> written, ValueFacts facts) {
        ValueWords words = new ValueWords(facts);
        List<String> problems = new ArrayList<>(target.problemsOfMatching());
        if (!schemas().of(target.properties()).accepts(target.write().values())) {
            problems.addAll(target.problemsOfNames(words));
        }
        for (Written one : written) {
            boolean needed = target.needsValue(one.attribute());
            ValueShape shape = facts.shape(one.attribute(), needed);
            if (!one.value().isMissingNode() && !schemas().of(shape).accepts(one.value())) {
                problems.addAll(new Misfits(
                                target, one, words, value -> schemas().of(shape).accepts(value))
                        .all());
            }
        }
        return problems;
    }

    /** Made when the first values are written, as most servers start without writing any. */
    private synchronized CompiledSchemas schemas() {
        if (compiled == null) {
            compiled = new CompiledSchemas();
        }
        return compiled;
    }
}
