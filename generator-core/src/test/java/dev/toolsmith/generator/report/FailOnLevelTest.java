package dev.toolsmith.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.compare.CatalogueDiff;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailOnLevelTest {

    private static final List<String> WORDS = List.of("breaking", "risky", "safe", "text-only", "never");

    @Test
    void isMetFromItsLevelOn() {
        CatalogueDiff nothing = Diffs.of();
        CatalogueDiff text = Diffs.of(Diffs.text("get", ""));
        CatalogueDiff risky = Diffs.of(Diffs.ofAllTools(), Diffs.text("get", ""));
        CatalogueDiff breaking = Diffs.of(Diffs.removed("get"));

        assertThat(WORDS.stream().filter(word -> isMet(word, nothing))).isEmpty();
        assertThat(WORDS.stream().filter(word -> isMet(word, text))).containsExactly("text-only");
        assertThat(WORDS.stream().filter(word -> isMet(word, risky))).containsExactly("risky", "safe", "text-only");
        assertThat(WORDS.stream().filter(word -> isMet(word, breaking)))
                .containsExactly("breaking", "risky", "safe", "text-only");
    }

    @Test
    void otherWordsAreNone() {
        assertThat(Stream.of("", "BREAKING", "TEXT_ONLY", "always").map(FailOnLevel::of))
                .allMatch(level -> level.isEmpty());
    }

    @Test
    void aFilesEndingSaysItsFormat() {
        assertThat(Stream.of("a.md", "a.JSON", "a.html", "a.txt", "a").map(DiffFormat::ofFile))
                .containsExactly(
                        DiffFormat.MARKDOWN, DiffFormat.JSON, DiffFormat.HTML, DiffFormat.TEXT, DiffFormat.TEXT);
    }

    private static boolean isMet(String word, CatalogueDiff diff) {
        return FailOnLevel.of(word).orElseThrow().isMet(diff);
    }
}
