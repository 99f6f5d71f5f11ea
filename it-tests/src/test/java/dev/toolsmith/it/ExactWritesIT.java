package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.exact.Case;
import dev.toolsmith.it.exact.WriteCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Writes that are known to be right or wrong, sent to the API and through the tools. */
class ExactWritesIT {
    private static final long SEED = Long.getLong("exact.seed", 20_261_122);
    private static final int EACH = 1_000;

    @Test
    void theCasesAreHalfRightAndWrongInManyWays() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<Case> cases = WriteCases.of(sandbox.api(), SEED, EACH);
            assertThat(cases).hasSize(2 * EACH);
            assertThat(cases.stream().filter(Case::right)).hasSize(EACH);
            List<String> kinds = WriteCases.kinds();
            assertThat(kinds).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
            assertThat(cases.stream().map(Case::wrong).flatMap(Optional::stream))
                    .containsAll(kinds);
        }
    }

    @Test
    void theSandboxTakesTheRightWritesAndRefusesTheWrongOnes() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<String> faults = new ArrayList<>();
            WriteCases.of(sandbox.api(), SEED, EACH)
                    .forEach(each -> ToolTrial.directly(each, sandbox).ifPresent(faults::add));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void theToolsTakeTheRightWritesAndSendNoneOfTheWrongOnes() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<Case> cases = WriteCases.of(sandbox.api(), SEED, EACH);
            try (ToolTrial trial = ToolTrial.over(sandbox)) {
                List<String> faults = new ArrayList<>();
                cases.forEach(each -> trial.fault(each).ifPresent(faults::add));
                assertThat(faults).isEmpty();
                assertThat(trial.unread())
                        .as("calls before everything was read")
                        .isLessThan(EACH / 10);
            }
        }
    }
}
