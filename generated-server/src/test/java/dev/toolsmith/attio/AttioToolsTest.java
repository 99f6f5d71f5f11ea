package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.extension.AttioExtension;
import dev.toolsmith.runtime.cli.EmbeddedUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttioToolsTest {

    private final AttioTools attio = new AttioTools();

    @Test
    void everyListedToolHasAClassAndASchema() throws IOException {
        List<String> names = names();

        assertThat(names).hasSize(107);
        for (String name : names) {
            assertThat(attio.tool(name).name()).isEqualTo(name);
            try (InputStream schema = attio.open("schemas/" + name + ".json")) {
                JsonNode root = JsonMapper.shared().readTree(schema);
                assertThat(root.path("type").asString()).as(name).isEqualTo("object");
            }
        }
    }

    @Test
    void noNameIsLongerThanClientsWithPrefixesTake() throws IOException {
        assertThat(names()).allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(56));
    }

    @Test
    void modelsAreToldInFewWordsWhatRecordsAndEntriesAreAndWhatToRepeat() {
        assertThat(new AttioExtension().instructions())
                .hasSizeLessThan(400)
                .contains("Records", "entry", "list", "assert tools", "safe to repeat");
    }

    @Test
    void theSandboxStartsInsideTheServer() throws IOException {
        EmbeddedUpstream upstream = new AttioExtension().embeddedUpstream().orElseThrow();

        assertThat(upstream.app()).isEqualTo(attio.app());
        try (EmbeddedUpstream.Running running = upstream.start()) {
            assertThat(running.baseUrl().getHost()).isEqualTo("127.0.0.1");
            assertThat(running.token()).isNotEmpty();
        }
    }

    private List<String> names() throws IOException {
        try (InputStream index = attio.open("index.json")) {
            List<String> names = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(index)
                    .path("tools")
                    .forEach(row -> names.add(row.path("name").asString()));
            return names;
        }
    }
}
