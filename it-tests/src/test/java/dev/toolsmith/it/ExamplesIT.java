package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that are programs of Node.js, as a reader runs them. The one for Spring tests itself. */
class ExamplesIT {

    private static final Path EXAMPLES = Product.repository().resolve("examples");

    @ParameterizedTest
    @ValueSource(strings = {"plain-client", "langchain"})
    void anExampleTriagesALead(String example) {
        List<String> command = Node.command(EXAMPLES.resolve(example).resolve("main.mjs"));

        CommandRun run = CommandRun.of(command, Map.of(), "");

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.out())
                .as(run.toString())
                .contains(
                        "model calls list_all_attio_lists",
                        "model calls attio_companies_assert",
                        "model calls attio_entries_assert")
                .endsWith("model: Vertex Analytics is in Attio and stands on Inbound Q3 as \"New Lead\".");
    }
}
