package dev.toolsmith.attio.workspace.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClosestTest {

    private static final List<String> STAGES =
            List.of("Lead", "In Progress", "Won 🎉", "Lost", "New Customer", "Old Customer");

    @ParameterizedTest
    @CsvSource({
        "Closed Won, Won 🎉",
        "in_progress, In Progress",
        "Laed, Lead",
        "work in progress, In Progress",
        "new, New Customer",
        "Customer, ''",
        "Nothing, ''",
        "'', ''",
        "prog, In Progress",
        "gress, In Progress",
        "Losts and founds, Lost",
    })
    void itIsFoundByTypingErrorsElseByWords(String said, String meant) {
        assertThat(Closest.to(said, STAGES).orElse("")).isEqualTo(meant);
    }
}
