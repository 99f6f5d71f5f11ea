package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPlannerTest {

    @ParameterizedTest
    @CsvSource({
        "list_all_app_notes, List all notes",
        "create_a_app_entry, Create an entry",
        "create_a_app_note, Create a note",
        "app_records_attribute_values, Records attribute values",
        "app, App",
    })
    void theTitleIsTheNameWithoutTheApp(String name, String title) {
        assertThat(Planning.ofGet("x-toolsmith-name: " + name).tool().title()).isEqualTo(title);
    }

    @Test
    void aGivenTitleWins() {
        assertThat(Planning.ofGet("x-toolsmith-title: Mine\nx-mcp: {title: Theirs}")
                        .tool()
                        .title())
                .isEqualTo("Mine");
        assertThat(Planning.ofGet("x-mcp: {title: Theirs}").tool().title()).isEqualTo("Theirs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Reads [the docs](https://a.example/b \"t\"). ![pic](x.png)' | 'Reads the docs. pic'",
                "'a\u202Eb\u200Bc\u0007d\uFEFFe\uDB40\uDC41f' | 'abcdef'",
                "'  a \u00a0 b\t\nc  ' | 'a b c'",
                "'[not a link] (x)' | '[not a link] (x)'",
                "'lone \uD800 surrogate' | 'lone surrogate'",
            })
    void textsBecomeOnePlainLine(String text, String plain) {
        assertThat(PlainText.of(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two. Three. | 10 | One. Two.",
                "One. Two. Three. | 16 | One. Two. Three.",
                "abcdefgh ijklmnop | 12 | abcdefgh…",
                "abcdefghijklmnop | 5 | abcd…",
                "abc | 0 | ''",
            })
    void textsAreCutAtASentenceOrAWord(String text, int limit, String cut) {
        assertThat(PlainText.cut(text, limit)).isEqualTo(cut).hasSizeLessThanOrEqualTo(Math.max(limit, 0));
    }

    @Test
    void theDescriptionOfXMcpWinsOverTheOperations() {
        assertThat(Planning.ofGet("x-mcp: {description: For models.}").tool().description())
                .isEqualTo("For models.");
    }

    @Test
    void theSummaryStandsInForADescription() {
        assertThat(Planning.of("paths: {/things: {get: {summary: All of them, responses: {}}}}")
                        .tool()
                        .description())
                .isEqualTo("All of them");
    }

    @Test
    void whereNothingDescribesTheOperationItsNameAndPathDo() {
        Planning planning = Planning.of("paths: {/things: {get: {responses: {}}}}");

        assertThat(planning.tool().description()).isEqualTo("List all things (GET /things).");
        assertThat(planning.findings())
                .containsExactly(
                        "info no-description at api.yaml#/paths/~1things/get: Nothing says what GET /things does\n"
                                + "  Add a description or a summary.");
    }

    @Test
    void tagsAreLowerCaseAndFallBackToTheResource() {
        assertThat(Planning.ofGet("tags: [Call Recordings, X]").tool().tags()).containsExactly("call recordings", "x");
        assertThat(Planning.ofGet("tags: [A]\nx-toolsmith-tags: [B]").tool().tags())
                .containsExactly("b");
        assertThat(Planning.of(Planning.operation("get", "/call_recordings", ""))
                        .tool()
                        .tags())
                .containsExactly("call recordings");
    }

    @Test
    void aLongDescriptionIsCutAtASentence() {
        String description = "It does something. ".repeat(200).strip();

        assertThat(Planning.ofGet("x-mcp: {description: " + description + "}")
                        .tool()
                        .description())
                .hasSizeLessThanOrEqualTo(1000)
                .endsWith("something.");
    }
}
