package dev.toolsmith.attio.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(ints = {0x0A, 0x85, 0x200B, 0x202E, 0x2028, 0x2029, 0x2066, 0xE0041, 0xE000, 0xFEFF})
    void nothingInvisiblePasses(int character) {
        assertThat(PlainText.of("Deals" + Character.toString(character) + "won"))
                .isEqualTo("Deals won");
    }

    @Test
    void whatIsTooLongIsCutAndMarked() {
        assertThat(PlainText.of("é".repeat(300))).isEqualTo("é".repeat(300));
        assertThat(PlainText.of("é".repeat(301))).isEqualTo("é".repeat(300) + "…");
    }
}
