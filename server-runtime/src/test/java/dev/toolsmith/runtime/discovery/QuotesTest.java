package dev.toolsmith.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class QuotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "nothing quoted!nothing quoted",
                "note \"call Ann\" today!note   today",
                "note \u201Ccall Ann\u201D today!note   today",
                "note \u00ABcall Ann\u00BB today!note   today",
                "\"\"a\"b\"! a ",
                "5\" screen!5\" screen",
                "\u201Ca \"b\" c\u201D d!  d",
                "\u201Ca \u201Cb\u201D c\u201D!  c\u201D",
                "\u201Ca \"b\"!\u201Ca  ",
                "\u00BBa\u00AB \"b\"!\u00BBa\u00AB  ",
            })
    void whatStandsInQuotesIsLeftOut(String text, String left) {
        assertThat(Quotes.without(text)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u201C", "\u00AB", "\u201C\u00AB"})
    @Timeout(20)
    void quotesThatAreNeverClosedStayAndTakeNoTime(String sign) {
        String text = sign.repeat(1_000_000);

        assertThat(Quotes.without(text).equals(text)).isTrue();
    }

    @Test
    void anEmptyTextStaysEmpty() {
        assertThat(Quotes.without("")).isEmpty();
    }
}
