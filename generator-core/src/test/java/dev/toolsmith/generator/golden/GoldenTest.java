package dev.toolsmith.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.emit.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a description becomes, compared as text, compiled, and called. {@code -Dgolden.update} writes the expected files
 * anew; read the difference before you keep it.
 */
class GoldenTest {

    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDescriptionBecomesTheExpectedFiles(Path folder) throws Exception {
        GoldenCase golden = GoldenCase.of(folder);
        Map<String, String> actual = texts(golden);

        if (UPDATE) {
            FileTree.replace(golden.expected(), actual);
        }

        Map<String, String> expected = FileTree.read(golden.expected());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, text) -> assertThat(actual.get(path)).as(path).isEqualTo(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSameDescriptionBecomesTheSameBytes(Path folder) {
        assertThat(GoldenCase.of(folder).files())
                .isEqualTo(GoldenCase.of(folder).files());
    }

    static Stream<Path> cases() {
        return GoldenCase.folders();
    }

    private static Map<String, String> texts(GoldenCase golden) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (SourceFile file : golden.files()) {
            texts.put(file.kind().name().toLowerCase(Locale.ROOT) + "/" + file.path(), withoutSharedParts(file.text()));
        }
        if (!golden.diagnostics().isEmpty()) {
            texts.put("diagnostics.errors", golden.diagnostics());
        }
        if (!golden.files().isEmpty()) {
            GeneratedCode code = GeneratedCode.of(golden.files());
            MemberCheck.hasOnlyPlannedMembers(golden.files());
            if (!golden.calls().isEmpty()) {
                texts.put("requests.txt", requests(code, golden.calls()));
            }
        }
        return texts;
    }

    /** A page without the style and the script that all pages have, and without their hashes. */
    private static String withoutSharedParts(String text) {
        return text.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>").replaceAll("'sha256-[^']+'", "'sha256-'");
    }

    private static String requests(GeneratedCode code, List<String> calls)
            throws ReflectiveOperationException, IOException {
        BiFunction<String, String, String> tools = code.calls(GoldenCase.PACKAGE + ".GoldenTools");
        StringBuilder requests = new StringBuilder();
        for (String call : calls) {
            int space = call.indexOf(' ');
            requests.append("> ").append(call).append('\n');
            requests.append(tools.apply(call.substring(0, space), call.substring(space + 1)));
        }
        return requests.toString();
    }
}
