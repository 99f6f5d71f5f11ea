package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an overlay does about the errors of a description, so that what is sound in it can be built. */
public final class ErrorAnswers {

    private static final Set<String> ABOUT_NAMES = Set.of(
            "duplicate-tool-name",
            "duplicate-class-name",
            "duplicate-operation-id",
            "illegal-tool-name",
            "reserved-tool-name");

    private final Map<OperationPlace, Diagnostic> renamed = new LinkedHashMap<>();
    private final Map<OperationPlace, Diagnostic> skipped = new LinkedHashMap<>();
    private final Map<OperationPlace, Diagnostic> removed = new LinkedHashMap<>();

    /** Finds the operations that lead to a place outside of all operations. */
    @FunctionalInterface
    public interface Users {

        /** The operations from which references lead to the place. */
        Set<SourcePointer> of(SourcePointer place);
    }

    /**
     * Takes an error into account: an operation with a bad name gets another one, any other bad operation becomes no tool,
     * and so do those that use a bad part; a bad part that no operation uses is left out.
     *
     * @return whether that changes anything
     */
    public boolean take(Diagnostic error, Users users) {
        Optional<OperationPlace> operation = OperationPlace.around(error.at());
        if (operation.isPresent()) {
            return rename(operation.get(), error) || skip(operation.get(), error);
        }
        Set<OperationPlace> using = new LinkedHashSet<>();
        for (SourcePointer user : users.of(error.at())) {
            OperationPlace.around(user).ifPresent(using::add);
        }
        boolean skips = false;
        for (OperationPlace each : using) {
            skips |= skip(each, error);
        }
        return skips
                || OperationPlace.removable(error.at())
                        .filter(place -> removed.putIfAbsent(place, error) == null)
                        .isPresent();
    }

    /** What is left out, and why: a line each. */
    public List<String> leftOut() {
        List<String> lines = new ArrayList<>();
        skipped.forEach((place, why) -> lines.add(line(place, why)));
        removed.forEach((place, why) -> lines.add(line(place, why)));
        return lines;
    }

    Map<OperationPlace, Diagnostic> renamed() {
        Map<OperationPlace, Diagnostic> kept = new LinkedHashMap<>(renamed);
        kept.keySet().removeAll(skipped.keySet());
        return kept;
    }

    Map<OperationPlace, Diagnostic> skipped() {
        return skipped;
    }

    Map<OperationPlace, Diagnostic> removed() {
        return removed;
    }

    private boolean rename(OperationPlace place, Diagnostic error) {
        return ABOUT_NAMES.contains(error.code())
                && !skipped.containsKey(place)
                && renamed.putIfAbsent(place, error) == null;
    }

    private boolean skip(OperationPlace place, Diagnostic error) {
        return skipped.putIfAbsent(place, error) == null;
    }

    private static String line(OperationPlace place, Diagnostic why) {
        return VisibleText.escape(place.label() + ": " + why.message());
    }
}
