package dev.toolsmith.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClosestNamesTest {

    @ParameterizedTest
    @CsvSource({"ab,ab,0", "ab,ba,1", "kitten,sitting,3", "abcd,abc,1", "'',abc,3", "ca,abc,3"})
    void distanceCountsTypingErrors(String one, String other, int distance) {
        assertThat(ClosestNames.distance(one, other)).isEqualTo(distance);
        assertThat(ClosestNames.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void caseAndDashesAreNoErrors() {
        assertThat(ClosestNames.to("Record-ID", List.of("record_id", "object"))).contains("record_id");
    }

    @Test
    void nothingNearMeansNoGuess() {
        assertThat(ClosestNames.to("webhook", List.of("limit", "offset"))).isEmpty();
    }
}
