package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolsmith.generator.diagnose.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Attio's published description, which cannot be part of this project. */
class AttioSnapshotTest {

    @Test
    @Timeout(60)
    void readsEveryOperationWithoutAnError() throws IOException {
        String file = System.getenv("ATTIO_SNAPSHOT");
        assumeTrue(file != null, "ATTIO_SNAPSHOT does not name Attio's description file, so it is not read");
        Path path = Path.of(file);
        Reading reading = Reading.of(new DescriptionSource(path.getFileName().toString(), Files.readAllBytes(path)));
        assertThat(reading.diagnostics().has(Severity.ERROR))
                .as(reading.findings().toString())
                .isFalse();
        assertThat(reading.requests())
                .hasSize(file.contains("2025-09") ? 57 : 66)
                .doesNotHaveDuplicates();
    }
}
