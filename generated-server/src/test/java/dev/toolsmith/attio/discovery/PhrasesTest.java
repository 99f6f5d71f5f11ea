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
    private final BundleTools forSales = tools.narrowed(new AttioExtension()
            .presets().stream()
                    .filter(preset -> preset.name().equals("sales"))
                    .findFirst()
                    .orElseThrow()
                    .selection());
    private final BundleTools reading =
            tools.narrowed(new ToolSelection(List.of(), List.of(), List.of(), List.of(), true));

    private static DiscoveryTools discovery(BundleTools offered) {
        return new DiscoveryTools(
                offered,
                call -> {
                    throw new IllegalStateException("A search calls no tool");
                },
                new ToolSearch(() -> new AttioExtension().searchWords()));
    }

    @ParameterizedTest
    @CsvSource({
        "phrases.tsv, all, 110, 0.95",
        "phrases-kept-apart.tsv, all, 20, 0.85",
        "phrases.tsv, sales, 66, 0.95",
        "phrases-kept-apart.tsv, sales, 13, 0.85"
    })
    void whatPeopleAskForIsAmongTheFirstThree(String table, String offered, int phrases, double share)
            throws IOException {
        List<String> misses = new ArrayList<>();
        BundleTools some = offered.equals("sales") ? forSales : tools;
        DiscoveryTools discovery = discovery(some);
        List<String> rows = rows(table).stream()
                .filter(row -> some.find(row.substring(row.indexOf('\t') + 1)).isPresent())
                .toList();
        for (String row : rows) {
            String phrase = row.substring(0, row.indexOf('\t'));
            String meant = row.substring(row.indexOf('\t') + 1);
            List<String> found = found(discovery, phrase);
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
    @CsvSource(
            delimiter = '|',
            value = {
                "all | add a deal to a list at a stage",
                "sales | add a deal to a list at a stage",
                "all | put deal on pipeline with stage",
                "sales | put deal on pipeline with stage"
            })
    void toPutARecordOnAListIsNotToCreateIt(String offered, String phrase) {
        assertThat(found(discovery(offered.equals("sales") ? forSales : tools), phrase))
                .contains("attio_entries_assert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " in Attio"})
    void whatNoToolIsForIsSaidSo(String product) throws IOException {
        List<String> weak = new ArrayList<>();
        List<String> rows = rows("phrases-for-nothing.tsv");
        DiscoveryTools discovery = discovery(tools);
        for (String phrase : rows) {
            List<String> found = found(discovery, phrase + product);
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
        return found(discovery(tools), phrase, most);
    }

    private static List<String> found(DiscoveryTools discovery, String phrase) {
        return found(discovery, phrase, 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sales | delete a company | No tool here deletes companies.",
                "read-only | delete a company | No tool here deletes companies.",
                "all | merge two companies | No tool here merges companies.",
                "sales | merge two companies | No tool here merges companies.",
                "read-only | add a contact | No tool here creates people.",
                "read-only | update the deal | No tool here changes deals.",
                "all | delete a company | ''",
                "sales | add a deal | ''",
                "sales | change the stage of the deal | ''",
                "read-only | list companies | ''",
            })
    void whatNoToolDoesIsSaidSo(String offered, String phrase, String note) {
        DiscoveryTools discovery =
                discovery(offered.equals("sales") ? forSales : offered.equals("all") ? tools : reading);

        ToolResult result = result(discovery, phrase, 3);

        assertThat(JsonTree.read(result.text()).path("note").asString("")).isEqualTo(note);
        if (!note.isEmpty()) {
            assertThat(found(discovery, phrase).get(0)).matches("(list|get|update|attio_\\w+_record_entries).*");
        }
    }

    private static ToolResult result(DiscoveryTools discovery, String phrase, int most) {
        ObjectNode arguments =
                JsonNodeFactory.instance.objectNode().put("query", phrase).put("limit", most);
        ToolCall call =
                new ToolCall("search_tools", JsonTree.write(arguments), CallOrigin.UNKNOWN, new CompletableFuture<>());
        return discovery.call(call).join();
    }

    private static List<String> found(DiscoveryTools discovery, String phrase, int most) {
        ToolResult result = result(discovery, phrase, most);
        List<String> names = new ArrayList<>();
        if (!result.isError()) {
            for (JsonNode tool : JsonTree.read(result.text()).path("tools")) {
                names.add(tool.path("name").asString());
            }
        }
        return names;
    }
}
