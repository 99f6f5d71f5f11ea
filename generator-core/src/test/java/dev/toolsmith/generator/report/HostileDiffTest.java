package dev.toolsmith.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.golden.HostilePayloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of a description means anything to a console, a page or a program that reads what changed. */
class HostileDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(?:(?!\\1(?!`)).)*?(?<!`)\\1(?!`)");
    private static final Pattern OUR_TAG =
            Pattern.compile("</?(html|head|title|style|body|h[123]|p|main|section|article"
                    + "|ul|li|dl|dt|dd|code|del|ins|br|small|span)>|<!doctype html>|<html lang=\"en\">|<meta [^<>]*>"
                    + "|<section id=\"[a-z-]+\">|<span class=\"mark [a-z-]+\">");

    @ParameterizedTest
    @MethodSource("payloads")
    void aConsoleGetsOnlyLinesOfOurs(String payload) {
        String text = DiffText.of(diff(payload), TextChanges.ALL);

        assertThat(text.lines())
                .hasSameSizeAs(DiffText.of(diff("x"), TextChanges.ALL).lines().toList());
        assertThat(text.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void markdownHasNoLinkNoMentionAndNoElement(String payload) {
        String markdown = DiffMarkdown.of(diff(payload), TextChanges.ALL);

        assertThat(markdown.lines())
                .hasSameSizeAs(
                        DiffMarkdown.of(diff("x"), TextChanges.ALL).lines().toList());
        for (String line : markdown.lines().toList()) {
            String marked = CODE.matcher(line.replace("\\`", "")).replaceAll("CODE");
            assertThat(marked)
                    .doesNotContain("<", "`", "://", "www.")
                    .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[\\[\\]|*_~]")
                    .doesNotContainPattern("@\\w|&(?!amp;|lt;|gt;|#8203;)")
                    .doesNotContainPattern("^- ([-+=]|\\d+[.)]|#+ )");
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void jsonGivesEveryTextBack(String payload) throws IOException {
        String json = DiffJson.of(diff(payload));
        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(json);

        JsonNode changes = JSON.readTree(json).path("changes");
        assertThat(changes).hasSize(2).allSatisfy(change -> {
            assertThat(change.path("message").textValue()).isEqualTo(payload);
            assertThat(change.path("argument").textValue()).isEqualTo(payload);
            assertThat(change.at("/at/pointer").textValue()).isEqualTo(payload);
        });
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void htmlHasNoTagThatIsNotOurs(String payload) {
        String html = DiffHtml.of(diff(payload));

        String page = html.replaceAll("(?s)<style>.*?</style>", "");
        assertThat(OUR_TAG.matcher(page).replaceAll("")).doesNotContain("<", ">");
    }

    @Test
    void codeInMarkdownOutlastsItsBackticks() {
        assertThat(MarkdownText.code("a")).isEqualTo("`a`");
        assertThat(MarkdownText.code("a``b")).isEqualTo("```a``b```");
        assertThat(MarkdownText.code("`")).isEqualTo("`` ` ``");
        assertThat(MarkdownText.code("")).isEqualTo("`  `");
    }

    @Test
    void aTextThatBeginsALineMakesNoListAndNoHeading() {
        assertThat(Stream.of("- x", "1. x", "# x", "+ x", "=").map(MarkdownText::of))
                .containsExactly("&#8203;- x", "&#8203;1. x", "&#8203;#&#8203; x", "&#8203;+ x", "&#8203;=");
    }

    @Test
    void addressesAndNamesInMarkdownAreNoLinks() {
        assertThat(MarkdownText.of("see https://evil.example, www.evil.example, @all, #1, a@b.example"))
                .isEqualTo("see https:&#8203;//evil.example, www&#8203;.evil.example, @&#8203;all, #&#8203;1,"
                        + " a@&#8203;b.example");
    }

    static List<String> payloads() {
        return HostilePayloads.all();
    }

    private static CatalogueDiff diff(String text) {
        return Diffs.of(Diffs.hostile(Level.BREAKING, text), Diffs.hostile(Level.TEXT_ONLY, text));
    }
}
