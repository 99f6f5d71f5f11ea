package dev.toolsmith.attio.workspace.facts;

import static dev.toolsmith.attio.workspace.KnownWorkspace.attribute;
import static dev.toolsmith.attio.workspace.KnownWorkspace.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.KnownWorkspace;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes of which Attio may have answered with a page. */
class PagedAttributesTest {

    private final KnownWorkspace workspace = new KnownWorkspace().with("objects", object(2, "deals", "Deals", "Deal"));

    private static String[] attributes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> attribute(number + 100, "a" + number, "A " + number, "text", ""))
                .toArray(String[]::new);
    }

    private String refusals(String name) throws Exception {
        return workspace
                        .check(
                                "update_a_attio_deal_by_id",
                                "{\"record_id\": \"r\", \"data\": {\"values\": {\"" + name + "\": \"x\"}}}")
                        .refusal()
                        .map(refusal -> "w")
                        .orElse("")
                + workspace
                        .check("list_all_attio_deals", "{\"filter\": {\"" + name + "\": \"x\"}}")
                        .refusal()
                        .map(refusal -> "f")
                        .orElse("")
                + workspace
                        .check("list_all_attio_deals", "{\"sorts\": [{\"attribute\": \"" + name + "\"}]}")
                        .refusal()
                        .map(refusal -> "s")
                        .orElse("")
                + workspace
                        .check(
                                "attio_deals_attribute_values",
                                "{\"record_id\": \"r\", \"attribute\": \"" + name + "\"}")
                        .refusal()
                        .map(refusal -> "n")
                        .orElse("");
    }

    @ParameterizedTest
    @CsvSource({"10", "20", "25", "50", "100", "500"})
    void areReadOnUntilAPageIsNotFull(int size) throws Exception {
        workspace
                .with("attributes objects deals", attributes(0, size))
                .with("attributes objects deals " + size, attributes(size, size + 3));

        assertThat(refusals("a" + (size + 2))).isEmpty();
        assertThat(refusals("zzz")).isEqualTo("wfsn");
    }

    @Test
    void areWholeWhenThereIsNoFurtherPage() throws Exception {
        workspace.with("attributes objects deals", attributes(0, 50)).with("attributes objects deals 50");

        assertThat(refusals("zzz")).isEqualTo("wfsn");
        assertThat(workspace.reads()).contains("attributes objects deals", "attributes objects deals 50");
    }

    @Test
    void areWholeWhenTheSameComesAgain() throws Exception {
        workspace
                .with("attributes objects deals", attributes(0, 50))
                .with("attributes objects deals 50", attributes(0, 50));

        assertThat(refusals("zzz")).isEqualTo("wfsn");
        assertThat(workspace.reads()).doesNotContain("attributes objects deals 100");
    }

    @Test
    void refuseNothingWhenTheNextPageCannotBeRead() throws Exception {
        workspace.with("attributes objects deals", attributes(0, 50));

        assertThat(refusals("zzz")).isEmpty();
    }

    @Test
    void areReadAtOnceWhenTheyAreAnotherNumber() throws Exception {
        workspace.with("attributes objects deals", attributes(0, 33));

        assertThat(refusals("zzz")).isEqualTo("wfsn");
        assertThat(workspace.reads()).containsOnly("attributes objects deals");
    }
}
