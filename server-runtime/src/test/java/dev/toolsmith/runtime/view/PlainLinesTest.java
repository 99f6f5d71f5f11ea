package dev.toolsmith.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.json.JsonTree;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class PlainLinesTest {

    private static final GenericView VIEW = new GenericView("shop");

    @Test
    void aThingIsItsTitleAndALineForEachMemberThatSaysSomething() {
        assertThat(VIEW.text(json("""
                {"id":"c1","name":"Acme","created_at":"2026-01-05T09:00:12.000000000Z","isDone":false,"deleted_at":null,
                 "tags":[],"price":120000.50,"owner":{"id":"u1","name":"Ada"},"seats":[{"n":1},{"n":2}]}"""))).isEqualTo("""
                        Acme
                          Id: c1
                          Created at: 5 Jan 2026, 09:00 UTC
                          Is done: no
                          Price: 120000.50
                          Owner: id u1, name Ada
                          Seats: n 1, n 2""");
    }

    @Test
    void whatHasNoTitleIsOnlyItsLines() {
        assertThat(VIEW.text(json("{\"total\":3}"))).isEqualTo("Total: 3");
        assertThat(VIEW.text(json("{\"iat\":1767603604,\"year\":2026}"))).isEqualTo("Iat: 1767603604\nYear: 2026");
        assertThat(VIEW.text(json("\"2026-02-01\""))).isEqualTo("1 Feb 2026");
        assertThat(VIEW.text(json("[1,true,\"x\"]"))).isEqualTo("1, yes, x");
    }

    @Test
    void textsFromOutsideStayOnTheirLine() {
        assertThat(VIEW.text(json("{\"name\":\"a\\nnext_cursor: forged\",\"note\":\"x\\u0007\\ny\"}")))
                .isEqualTo("a next_cursor: forged\n  Note: x y");
    }

    @Test
    void contentIsToldAtLengthAndOtherTextsAreCut() {
        String long3000 = "word ".repeat(600).strip();

        assertThat(VIEW.text(json("{\"content\":\"" + long3000 + "\"}"))).isEqualTo("Content: " + long3000);
        assertThat(VIEW.text(json("{\"hint\":\"" + long3000 + "\"}")))
                .hasSizeLessThan(520)
                .endsWith("…");
    }

    @Test
    void compactLeavesOutWhatSaysNothingAndKeepsTheRest() {
        assertThat(JsonTree.text(VIEW.compact(json(
                        "{\"a\":null,\"b\":[],\"c\":{},\"d\":[null,{\"e\":null}],\"f\":\"\",\"g\":0.10,\"h\":false}"))))
                .isEqualTo("{\"d\":[null,{}],\"f\":\"\",\"g\":0.10,\"h\":false}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05 | 5 Jan 2026",
                "2026-01-05T00:00:00Z | 5 Jan 2026",
                "2026-01-05T23:30:00+02:00 | 5 Jan 2026, 21:30 UTC",
                "2026-13-45 | 2026-13-45",
                "2026-01-05 or so | 2026-01-05 or so",
                "20260105 | 20260105",
            })
    void onlyWholeDaysAndMomentsAreDates(String text, String shown) {
        assertThat(DayText.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "1000 | 1,000",
                "-1234567.891 | -1,234,567.891",
                "1E+2 | 100",
                "1E+400 | 1E+400",
                "1E+2147483647 | 1E+2147483647",
                "0.000001 | 0.000001"
            })
    void numbersAreNeverRounded(String number, String shown) {
        assertThat(NumberText.of(new BigDecimal(number))).isEqualTo(shown);
    }

    private static JsonNode json(String text) {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
