package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.ApiOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under {@code reading} is a case: documents {@code api*}, overlays {@code overlay*}, and in
 * {@code expected.txt} the operations with what a caller gives them, then every finding. {@code -Dgolden.update=true}
 * writes the expected files anew; review the difference.
 */
@Timeout(60)
class ReadingCaseTest {

    private static final Path CASES = Path.of("src/test/resources/reading");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(each -> each.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        Reading reading = Reading.of(sources(folder, "api"), sources(folder, "overlay"));
        Path expected = folder.resolve("expected.txt");
        String actual = text(reading);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static List<DescriptionSource> sources(Path folder, String prefix) throws IOException {
        List<DescriptionSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith(prefix)) {
                    sources.add(new DescriptionSource(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        return sources;
    }

    private static String text(Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(reading.description()
                .map(ApiDescription::baseUrl)
                .map(each -> each.orElse("no base URL"))
                .orElse("nothing read"));
        reading.description().ifPresent(api -> api.operations().forEach(each -> lines.add(line(each))));
        lines.add("");
        lines.addAll(reading.findings());
        return String.join("\n", lines) + "\n";
    }

    private static String line(ApiOperation operation) {
        StringBuilder line = new StringBuilder(operation.method() + " " + operation.path());
        operation
                .parameters()
                .forEach(each -> line.append(" ")
                        .append(each.place().name().toLowerCase(Locale.ROOT))
                        .append(":")
                        .append(each.name()));
        operation.body().ifPresent(body -> line.append(" body:").append(body.mediaType()));
        operation
                .extensions()
                .properties()
                .forEach(each ->
                        line.append(" ").append(each.getKey()).append("=").append(each.getValue()));
        return line.toString();
    }
}
