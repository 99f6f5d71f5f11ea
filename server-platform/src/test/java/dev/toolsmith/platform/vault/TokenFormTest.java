package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "tsm_", "tsm_0000000000000000000000000000000000000000000000000", "x"})
    void whatHasNotTheCheckDigitsIsNoToken(String text) {
        assertThat(Tokens.isWellFormed(text)).isFalse();
    }
}
