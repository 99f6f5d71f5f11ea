package dev.toolsmith.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class WordKeyTest {

    private static final byte[] GIVEN = new byte[WordKey.LEAST_BYTES];

    @Test
    void aGivenKeySignsTheSameInEveryProcess() {
        byte[] mac = WordKey.of(GIVEN).mac("p", bytes("ab"));

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo("cb1b5eea75a4bda8742666bf63943bddc7acb1b43a1b91eb40b058795d91938a");
        assertThat(WordKey.of(GIVEN).mac("p", bytes("ab"))).isEqualTo(mac);
    }

    @Test
    void anotherPurposeAnotherKeyAndAnotherDivisionSignOtherwise() {
        WordKey key = WordKey.of(GIVEN);
        byte[] other = GIVEN.clone();
        other[0] = 1;
        byte[] mac = key.mac("p", bytes("ab"), bytes("c"));

        assertThat(key.mac("q", bytes("ab"), bytes("c"))).isNotEqualTo(mac);
        assertThat(key.mac("p", bytes("a"), bytes("bc"))).isNotEqualTo(mac);
        assertThat(key.mac("p", bytes("abc"))).isNotEqualTo(mac);
        assertThat(key.mac("p", bytes("ab"), bytes("c"), bytes(""))).isNotEqualTo(mac);
        assertThat(WordKey.of(other).mac("p", bytes("ab"), bytes("c"))).isNotEqualTo(mac);
    }

    @Test
    void aDrawnKeyStaysTheSameAndIsNobodyElses() {
        WordKey drawn = WordKey.random();
        byte[] mac = drawn.mac("p", bytes("a"));

        assertThat(drawn.mac("p", bytes("a"))).isEqualTo(mac);
        assertThat(WordKey.random().mac("p", bytes("a"))).isNotEqualTo(mac);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> WordKey.of(Arrays.copyOf(GIVEN, 31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key has at least 32 bytes, and this one has 31");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
