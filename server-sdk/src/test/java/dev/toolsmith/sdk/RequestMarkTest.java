package dev.toolsmith.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestMarkTest {

    private final RequestMark line = new RequestMark();

    @Test
    void onlyALineWithAnIdAndAMethodIsARequest() {
        assertThat(ends("{\"id\":1,\"method\":\"ping\"}")).isTrue();
        assertThat(ends("{\"method\":\"notifications/initialized\"}")).isFalse();
        assertThat(ends("{\"id\":1,\"result\":{}}")).isFalse();
        assertThat(ends("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 6, 7, 8, 9, 10, 65_536, 200_000})
    void aLongLineIsKnownWhereverItsMembersStand(int more) {
        int before = RequestMark.MOST - 10 + more;

        assertThat(ends(" ".repeat(before) + "\"id\" \"method\"")).isTrue();
        assertThat(ends(" ".repeat(before) + "\"method\" \"id\"")).isTrue();
        assertThat(ends("\"method\"" + " ".repeat(before) + "\"id\"")).isTrue();
        assertThat(ends("\"id\"" + " ".repeat(before))).isFalse();
    }

    @Test
    void aLineWithoutEndIsNotKept() {
        for (int i = 0; i < 1_000_000; i++) {
            line.add('x');
            assertThat(line.kept() <= RequestMark.MOST).isTrue();
        }
    }

    private boolean ends(String text) {
        text.chars().forEach(each -> line.add((char) each));
        return line.endsRequest();
    }
}
