package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticCodesTest {

    private static final Path TESTS = Path.of("src/test/java/dev/toolsmith/generator/read/HostileDocumentTest.java");
    private static final Path CASES = Path.of("src/test/resources/reading");

    @Test
    void everyDocumentedCodeIsPinnedByATestAndEveryPinnedCodeIsDocumented() throws IOException {
        String page = Files.readString(Path.of("../docs/diagnostics.md"));
        int begin = page.indexOf("\n## Reading\n");
        int end = page.indexOf("\n## ", begin + 1);
        String reading = page.substring(begin, end < 0 ? page.length() : end);
        StringBuilder pinned = new StringBuilder(Files.readString(TESTS));
        try (Stream<Path> files = Files.walk(CASES)) {
            for (Path file : files.filter(each -> each.endsWith("expected.txt")).toList()) {
                pinned.append(Files.readString(file));
            }
        }
        Set<String> found = codes(pinned.toString(), "(?:error|warning|info) ([a-z-]+) at ");
        found.addAll(codes(pinned.toString(), "\"(too-[a-z-]+)\""));
        assertThat(codes(reading, "(?m)^\\| `([a-z-]+)`")).isEqualTo(found);
    }

    private static Set<String> codes(String text, String pattern) {
        Set<String> codes = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(each -> codes.add(each.group(1)));
        return codes;
    }
}
