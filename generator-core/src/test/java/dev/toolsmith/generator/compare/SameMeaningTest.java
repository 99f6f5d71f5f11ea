package dev.toolsmith.generator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A description that is written in another way says the same. */
class SameMeaningTest {

    private static final Map<String, ToolCatalog> BEFORE = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void ofTheProjectsDescription(Rewriting rewriting) throws IOException {
        nothingButTexts("ours", AttioTree.ours(), rewriting);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheProjectsDescriptionWithoutOverlay(Rewriting rewriting) throws IOException {
        nothingButTexts("ours alone", AttioTree.ours().withoutOverlay(), rewriting);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheDescriptionThatAttioPublishes(Rewriting rewriting) throws IOException {
        nothingButTexts("theirs", AttioTree.of(published()), rewriting);
    }

    @ParameterizedTest
    @EnumSource
    void ofTheDescriptionThatAttioPublishesWithoutOverlay(Rewriting rewriting) throws IOException {
        nothingButTexts("theirs alone", AttioTree.of(published()).withoutOverlay(), rewriting);
    }

    private void nothingButTexts(String name, AttioTree before, Rewriting rewriting) throws IOException {
        AttioTree after = before.with((ObjectNode) rewriting.apply(before.root()));
        assertThat(after.root().toString()).isNotEqualTo(before.root().toString());
        if (!BEFORE.containsKey(name)) {
            BEFORE.put(name, before.catalogue(folder.resolve("before")));
        }

        CatalogueDiff diff = CatalogueComparison.between(BEFORE.get(name), after.catalogue(folder.resolve("after")));

        assertThat(diff.changes())
                .filteredOn(change -> change.level() != Level.TEXT_ONLY)
                .isEmpty();
        boolean reworded = rewriting == Rewriting.TEXTS_CHANGED || rewriting == Rewriting.ALL_OF_IT;
        assertThat(diff.changes().stream().anyMatch(change -> change.kind() == ChangeKind.TEXT_CHANGED))
                .isEqualTo(reworded);
    }

    private static Path published() {
        Optional<String> file = Optional.ofNullable(System.getenv("ATTIO_SNAPSHOT"));
        assumeTrue(file.isPresent(), "Not run: set ATTIO_SNAPSHOT to a file with the description that Attio publishes");
        return Path.of(file.orElseThrow());
    }
}
