package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** From which severity on a finding keeps everything from being written. */
enum FailOn {
    ERROR,
    WARNING,
    NEVER;

    static Optional<FailOn> of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    boolean isMet(Diagnostics diagnostics) {
        return switch (this) {
            case ERROR -> diagnostics.has(Severity.ERROR);
            case WARNING -> diagnostics.has(Severity.WARNING);
            case NEVER -> false;
        };
    }
}
