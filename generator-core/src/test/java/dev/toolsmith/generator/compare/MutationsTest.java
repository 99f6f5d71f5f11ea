package dev.toolsmith.generator.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorRequest;
import dev.toolsmith.generator.GeneratorResult;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small edits of the description of Attio's API, each judged as {@code attio-mutations.txt} says. */
class MutationsTest {

    private static final int NAMED = 3;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static AttioTree attio;
    private static ToolCatalog before;

    @BeforeAll
    static void acceptWhatThereIs() throws IOException {
        attio = AttioTree.ours();
        before = attio.catalogue(shared.resolve("before"));
        GeneratorResult accepted = generate(attio, shared.resolve("before"), true);
        assertThat(accepted.outcome()).isEqualTo(GeneratorResult.Outcome.GENERATED);
    }

    @Test
    void thereAreAtLeastForty() throws IOException {
        assertThat(mutations().stream().map(Mutation::edits).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void isJudgedAsTheTableSays(Mutation mutation) throws IOException {
        AttioTree mutated = attio.copy();
        mutation.applyTo(mutated);

        CatalogueDiff diff = CatalogueComparison.between(before, mutated.catalogue(folder));

        assertThat(rows(diff)).containsExactlyInAnyOrderElementsOf(mutation.changes());
        assertThat(diff.changes()).allSatisfy(MutationsTest::isWellSaid);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void isCaughtByTheLockWhereTheTableSays(Mutation mutation) throws IOException {
        AttioTree mutated = attio.copy();
        mutation.applyTo(mutated);

        GeneratorResult result = generate(mutated, folder, false);

        assertThat(result.diagnostics().stream().map(Diagnostic::code).anyMatch("unaccepted-change"::equals))
                .as(result.diagnostics().toString())
                .isEqualTo(mutation.caught());
        assertThat(result.outcome())
                .isEqualTo(mutation.caught() ? GeneratorResult.Outcome.FAILED : GeneratorResult.Outcome.GENERATED);
    }

    private static void isWellSaid(Change change) {
        assertThat(change.message()).contains(change.tool()).endsWith(".").doesNotContain("\n", "Optional[");
        if (!change.tool().isEmpty()) {
            assertThat(change.at()).isPresent();
        }
    }

    private static GeneratorResult generate(AttioTree tree, Path folder, boolean accept) throws IOException {
        return ToolGenerator.generate(new GeneratorRequest(
                tree.request(folder),
                "com.example.attio",
                Optional.empty(),
                new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports")),
                "error",
                Optional.of(shared.resolve("tools.lock")),
                accept));
    }

    /** Like changes of several tools in one row. */
    private static List<String> rows(CatalogueDiff diff) {
        Map<String, List<String>> tools = diff.changes().stream()
                .collect(Collectors.groupingBy(
                        MutationsTest::row, TreeMap::new, Collectors.mapping(Change::tool, Collectors.toList())));
        return tools.entrySet().stream()
                .map(each -> each.getKey() + " @ " + names(each.getValue()))
                .toList();
    }

    private static String row(Change change) {
        String values = change.kind() == ChangeKind.TEXT_CHANGED || change.kind() == ChangeKind.LISTED_CHANGED
                ? ""
                : ": " + change.before() + " > " + change.after();
        String place = change.argument().isEmpty() ? "" : " " + change.argument();
        return change.level().word() + " " + change.kind().word() + place + values;
    }

    private static String names(List<String> tools) {
        return tools.size() > NAMED ? tools.size() + " tools" : String.join(", ", tools);
    }

    static List<Mutation> mutations() throws IOException {
        try (InputStream table = MutationsTest.class.getResourceAsStream("attio-mutations.txt")) {
            return Mutation.read(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
