package dev.toolsmith.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaLiteralTest {

    @Test
    void ordinaryTextStandsAsItIs() {
        assertThat(JavaLiteral.of("/v2/notes/{note_id}")).isEqualTo("\"/v2/notes/{note_id}\"");
    }

    @Test
    void controlCharactersAreNeverUnicodeEscapes() {
        assertThat(JavaLiteral.of("a\u0000" + "1\u001b\u007f\n\r\t")).isEqualTo("\"a\\0001\\033\\177\\n\\r\\t\"");
    }

    @Test
    void aBackslashCannotBeginAnEscape() {
        assertThat(JavaLiteral.of("\\u0022+\"")).isEqualTo("\"\\\\u0022+\\\"\"");
    }

    @Test
    void everythingBeyondAsciiIsEscaped() {
        assertThat(JavaLiteral.of("é\u0085\u2028\ud800x\ud83d\ude00"))
                .isEqualTo("\"\\u00e9\\u0085\\u2028\\ud800x\\ud83d\\ude00\"");
    }
}
