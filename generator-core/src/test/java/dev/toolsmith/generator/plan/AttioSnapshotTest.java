package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.tool.ToolModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overlay over the file that Attio publishes, which is no part of this project. */
class AttioSnapshotTest {

    /** Where the two descriptions write the same values in different ways; see deviations.txt. */
    private static final Map<String, List<String>> WRITTEN_DIFFERENTLY = Map.of(
            "create_a_attio_comment", List.of("/data"),
            "create_a_attio_meeting", List.of("/data/participants/*/is_organizer"),
            "create_a_attio_status", List.of("/data/target_time_in_status"),
            "update_a_attio_status_by_id", List.of("/data/target_time_in_status"),
            "create_a_attio_webhook", List.of("/data/subscriptions/*/filter"),
            "update_a_attio_webhook_by_id", List.of("/data/subscriptions/*/filter"));

    private static Planning ours;
    private static Planning theirs;

    @BeforeAll
    static void plan() {
        Optional<String> snapshot = Optional.ofNullable(System.getenv("ATTIO_SNAPSHOT"));
        assumeTrue(
                snapshot.isPresent(),
                "Not run: set ATTIO_SNAPSHOT to a file with the description that Attio publishes");
        ours = Planning.ofAttio();
        theirs = Planning.ofAttio(Path.of(snapshot.orElseThrow()));
    }

    @Test
    void itsToolsHaveTheSameNamesTextsKindsScopesAndBindings() {
        assertThat(theirs.catalog().tools().stream().map(AttioSnapshotTest::facts))
                .containsExactlyElementsOf(ours.catalog().tools().stream()
                        .map(AttioSnapshotTest::facts)
                        .toList());
    }

    @Test
    void itsToolsTakeTheSameArguments() {
        assertThat(theirs.catalog().tools())
                .allSatisfy(tool -> assertThat(comparable(tool))
                        .as(tool.name().value())
                        .isEqualTo(comparable(ours.tool(tool.name().value()))));
    }

    @Test
    void itsToolsCarryTheSameTextsOfArguments() {
        assertThat(theirs.catalog().tools())
                .allSatisfy(tool -> assertThat(texts(tool))
                        .as(tool.name().value())
                        .isEqualTo(texts(ours.tool(tool.name().value()))));
    }

    @Test
    void nothingInItIsRefused() {
        assertThat(theirs.found())
                .filteredOn(each -> each.severity() != Severity.INFO)
                .isEmpty();
    }

    private static List<Object> facts(ToolModel tool) {
        return List.of(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.httpMethod(),
                tool.path(),
                tool.kind(),
                tool.reads(),
                tool.tags(),
                tool.scopes(),
                tool.hints(),
                tool.pagination(),
                tool.bindings());
    }

    private static JsonNode comparable(ToolModel tool) {
        return ComparableSchema.of(
                tool.input().node(),
                WRITTEN_DIFFERENTLY.getOrDefault(tool.name().value(), List.of()));
    }

    private static Set<String> texts(ToolModel tool) {
        return new TreeSet<>(tool.input().node().findValuesAsText("description"));
    }
}
