package dev.toolsmith.attio.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.extension.AttioExtension;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.discovery.DiscoveryTools;
import dev.toolsmith.runtime.discovery.ToolSearch;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people ask of a CRM, and whether a search for it finds the tool that is meant. The words that a search knows were
 * chosen by the first table; the other one was written afterwards and tells how well they do for what nobody has tried.
 */
class PhrasesTest {

    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final DiscoveryTools discovery = new DiscoveryTools(
            tools,
            call -> {
                throw new IllegalStateException("A search calls no tool");
            },
            new ToolSearch(() -> new AttioExtension().searchWords()));

    @ParameterizedTest
    @CsvSource({"phrases.tsv, 106, 0.95", "phrases-kept-apart.tsv, 20, 0.85"})
    void whatPeopleAskForIsAmongTheFirstThree(String table, int phrases, double share) throws IOException {
        List<String> misses = new ArrayList<>();
        List<String> rows = rows(table);
        for (String row : rows) {
            String phrase = row.substring(0, row.indexOf('\t'));
            String meant = row.substring(row.indexOf('\t') + 1);
            assertThat(tools.find(meant)).as(meant).isPresent();
            List<String> found = found(phrase);
            if (!found.contains(meant)) {
                misses.add(phrase + ": " + meant + " is not among " + found);
            }
        }
        assertThat(rows).hasSize(phrases);
        assertThat(1.0 - (double) misses.size() / rows.size())
                .as(String.join("\n", misses))
                .isGreaterThanOrEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " in Attio"})
    void whatNoToolIsForIsSaidSo(String product) throws IOException {
        List<String> weak = new ArrayList<>();
        List<String> rows = rows("phrases-for-nothing.tsv");
        for (String phrase : rows) {
            List<String> found = found(phrase + product);
            if (!found.isEmpty()) {
                weak.add(phrase + ": " + found);
            }
        }
        assertThat(rows).hasSize(24);
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "clients, list_all_attio_companies",
        "add a client, create_a_attio_company",
        "vendor, list_all_attio_companies",
        "all suppliers, list_all_attio_companies",
        "list partners in Attio, list_all_attio_companies",
        "staff, list_all_attio_workspace_members",
        "what is in my CRM, list_all_attio_objects",
        "bulk update, update_a_attio_record_by_id",
        "bulk update companies in the CRM, update_a_attio_company_by_id",
        "companies in Attio, list_all_attio_companies",
        "what is in Attio, list_all_attio_objects"
    })
    void plainWordsOfACrmFindTheirTools(String phrase, String meant) {
        assertThat(found(phrase)).isNotEmpty();
        assertThat(found(phrase, 20)).contains(meant);
    }

    private List<String> rows(String table) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(table))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private List<String> found(String phrase) {
        return found(phrase, 3);
    }

    private List<String> found(String phrase, int most) {
        ObjectNode arguments =
                JsonNodeFactory.instance.objectNode().put("query", phrase).put("limit", most);
        ToolCall call =
                new ToolCall("search_tools", JsonTree.write(arguments), CallOrigin.UNKNOWN, new CompletableFuture<>());
        ToolResult result = discovery.call(call).join();
        List<String> names = new ArrayList<>();
        if (!result.isError()) {
            for (JsonNode tool : JsonTree.read(result.text()).path("tools")) {
                names.add(tool.path("name").asString());
            }
        }
        return names;
    }
}
