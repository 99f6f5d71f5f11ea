package dev.toolsmith.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileDocumentTest {

    private static final ReadLimits SMALL = new ReadLimits(2_000_000, 100, 50_000, 100, 10_000);

    static Stream<Arguments> bombs() {
        return Stream.of(
                arguments(
                        "api.json",
                        "[".repeat(100_000),
                        "too-deep",
                        "Nested deeper than 100 levels (line 1, column 101)"),
                arguments(
                        "api.json",
                        "{\"a\":".repeat(100_000),
                        "too-deep",
                        "Nested deeper than 100 levels (line 1, column 501)"),
                arguments(
                        "api.yaml",
                        "[".repeat(100_000),
                        "too-deep",
                        "Nested deeper than 100 levels (line 1, column 101)"),
                arguments(
                        "api.yaml",
                        "- ".repeat(100_000),
                        "too-deep",
                        "Nested deeper than 100 levels (line 1, column 201)"),
                arguments(
                        "api.yaml",
                        "a:\n" + deepBlock(),
                        "too-deep",
                        "Nested deeper than 100 levels (line 101, column 101)"),
                arguments(
                        "api.yaml",
                        aliasBomb(),
                        "too-many-aliases",
                        "YAML aliases expand to more than 10000 values (line 5, column 10)"),
                arguments(
                        "api.yaml",
                        "a: &a b\nc: [" + "*a,".repeat(101) + "]",
                        "too-many-aliases",
                        "More than 100 YAML aliases (line 2, column 305)"),
                arguments(
                        "api.json",
                        manyKeys("{", "\"k%d\":1,", "\"z\":1}"),
                        "too-many-values",
                        "More than 50000 values (line 1, column 538890)"),
                arguments(
                        "api.yaml",
                        manyKeys("", "k%d: 1\n", ""),
                        "too-many-values",
                        "More than 50000 values (line 50000, column 9)"),
                arguments(
                        "api.json",
                        "{\"a\": " + "1".repeat(1_500_000) + "}",
                        "syntax-error",
                        "Not JSON: Number value length (1500000) exceeds the maximum allowed"),
                arguments(
                        "api.yaml",
                        "a: " + "1".repeat(1_500_000),
                        "too-long",
                        "More than 262144 characters without a blank (line 1, column 4)"),
                arguments(
                        "api.yaml",
                        "a: " + "1".repeat(100_000),
                        "number-out-of-range",
                        "A number has more than 1000 digits (line 1, column 4)"),
                arguments("api.yaml", "a: \u0000", "syntax-error", "Not YAML: special characters are not allowed"),
                arguments("api.yaml", "? ".repeat(100_000), "yaml-key", "A key is no text (line 1, column 3)"));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void endsWithOneErrorInsteadOfAllMemory(String name, String text, String code, String message) {
        Reading reading = Reading.of(List.of(new DescriptionSource(name, text.getBytes(UTF_8))), List.of(), SMALL);
        assertThat(reading.description()).isEmpty();
        assertThat(reading.diagnostics().all()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo(code);
            assertThat(each.message()).startsWith(message);
            assertThat(each.toText().length()).isLessThan(400);
        });
    }

    @Test
    void endsTheClassicAliasBombByTheDefaultLimits() {
        Reading reading = Reading.of(Reading.yaml("api.yaml", aliasBomb()));
        assertThat(reading.findings())
                .containsExactly("error too-many-aliases at api.yaml#: YAML aliases expand to more than 250000 values"
                        + " (line 6, column 20)\n  Use $ref instead of aliases.");
    }

    @Test
    void refusesADocumentOverTheSizeLimitBeforeReadingIt() {
        ReadLimits limits = ReadLimits.DEFAULTS.withMaxBytes(10);
        Reading reading = Reading.of(List.of(Reading.yaml("api.yaml", "openapi: 3.1.0\n")), List.of(), limits);
        assertThat(reading.findings())
                .containsExactly("error too-large at api.yaml#: The document has 15 bytes, more than the limit of 10\n"
                        + "  Raise the limit if the document is to be trusted.");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] bytes = {'a', ':', ' ', (byte) 0xC3, (byte) 0x28};
        assertThat(Reading.of(new DescriptionSource("api.yaml", bytes)).findings())
                .containsExactly(
                        "error not-text at api.yaml#: Not UTF-8 text: bad byte at offset 3\n  Save the file as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void readsUnicodeEncodingsWithAndWithoutByteOrderMark(String charset) {
        String text = "openapi: 3.1.0\ninfo: {title: Größe 😀, version: 1}\npaths: {/a: {get: {responses: {}}}}\n";
        for (String start : List.of("", "\uFEFF")) {
            byte[] bytes = (start + text).getBytes(Charset.forName(charset));
            assertThat(Reading.of(new DescriptionSource("api.yaml", bytes))
                            .api()
                            .title())
                    .isEqualTo("Größe 😀");
        }
    }

    @Test
    void readsJsonInUtf16() {
        String text = "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"ß\"}, \"paths\": {}}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reading.of(new DescriptionSource("api.json", bytes)).api().title())
                .isEqualTo("ß");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.json", "api.yaml", "api"})
    void tellsJsonFromYamlByItsFirstCharacter(String name) {
        for (String text : List.of(
                "\n {\"openapi\": \"3.0.3\", \"info\": {\"title\": \"A\"}}", "openapi: 3.0.3\ninfo: {title: A}\n")) {
            assertThat(Reading.of(Reading.yaml(name, text)).api().title()).isEqualTo("A");
        }
    }

    @Test
    void readsYamlInBracesByTheNameOfTheFile() {
        assertThat(Reading.of(Reading.yaml("api.yml", "{openapi: 3.0.3, info: {title: A}}"))
                        .api()
                        .title())
                .isEqualTo("A");
    }

    @Test
    void readsAManyMegabyteYamlDocument() {
        StringBuilder text = new StringBuilder("openapi: 3.1.0\ninfo: {title: A, version: 1}\npaths:\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("  /things" + i + ":\n    get:\n      summary: A thing\n      description: >\n        ");
            text.append("Reads one of many things. ".repeat(20))
                    .append("\n      responses: {\"200\": {description: OK}}\n");
        }
        assertThat(Reading.of(Reading.yaml("api.yaml", text.toString())).requests())
                .hasSize(5_000);
    }

    private static String deepBlock() {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth < 400; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
    }

    private static String aliasBomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String alias = "*a" + (level - 1);
            text.append("a" + level + ": &a" + level + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }
        return text.toString();
    }

    private static String manyKeys(String begin, String each, String end) {
        StringBuilder text = new StringBuilder(begin);
        for (int i = 0; i < 100_000; i++) {
            text.append(each.replace("%d", String.valueOf(i)));
        }
        return text.append(end).toString();
    }
}
