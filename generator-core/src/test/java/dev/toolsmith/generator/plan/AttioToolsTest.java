package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttioToolsTest {

    private static Planning planning;

    @BeforeAll
    static void plan() {
        planning = Planning.ofAttio();
    }

    @Test
    void everyToolHasItsNameRequestKindClassTagAndReads() throws IOException {
        List<String> rows =
                planning.catalog().tools().stream().map(AttioToolsTest::row).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(expectedRows());
    }

    @Test
    void nothingIsRefusedOrLeftUnsettled() {
        assertThat(planning.found())
                .filteredOn(each -> each.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    void noNameIsLongerThanFiftySixCharacters() {
        assertThat(planning.names()).allMatch(name -> name.length() <= 56);
    }

    private static String row(ToolModel tool) {
        return String.join(
                " ",
                tool.name().value(),
                tool.httpMethod(),
                tool.path(),
                tool.kind(),
                tool.toolClass().word(),
                tool.tags().get(0).replace(' ', '-'),
                tool.reads() ? "reads" : "changes");
    }

    private static List<String> expectedRows() throws IOException {
        try (InputStream rows = AttioToolsTest.class.getResourceAsStream("attio-tools.txt")) {
            return Planning.lines(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
