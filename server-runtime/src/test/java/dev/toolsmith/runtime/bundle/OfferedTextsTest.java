package dev.toolsmith.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of a server that hides make_order, drop-order and search, and offers get_order. */
class OfferedTextsTest {

    private static final ToolSelection READS =
            new ToolSelection(List.of(), List.of(), List.of("get_order"), List.of(), false);

    private static FixtureBundle shop(String listed) {
        return new FixtureBundle("shop")
                .with("get_order", "get", "orders", "", "{}", args -> ApiRequest.get("/orders/1"))
                .with("make_order", "create", "orders", "", "{}", args -> ApiRequest.post("/orders"))
                .with("drop-order", "delete", "orders", "", "{}", args -> ApiRequest.post("/drops"))
                .with("search", "search", "orders", "", "{}", args -> ApiRequest.post("/search"))
                .listed("get_order", listed);
    }

    private static BundleTools tools(ToolSelection selection, String listed) {
        return BundleTools.of(List.of(shop(listed)), selection);
    }

    private static String text(ListedTool listed) {
        return new String(listed.bytes(), listed.offset(), listed.length(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Reads one order.                                            | Reads one order.
            Reads one. Make it with make_order.                         | Reads one.
            Make it with make_order. Then read it with get_order.       | Then read it with get_order.
            Reads one; safe to repeat; make it with make_order.         | Reads one; safe to repeat.
            Make it with make_order; the id is told there. Mind it.     | The id is told there. Mind it.
            Make it with make_order; order_id is told there.            | order_id is told there.
            Reads one (not a new one; see make_order). Mind it.         | Mind it.
            Is it gone, by `drop-order`? Then it is not found!          | Then it is not found!
            Reads one, e.g. one of make_order. Mind it.                 | Mind it.
            Reads remake_order and make_orders.                         | Reads remake_order and make_orders.
            Use it to search.                                           | Use it to search.
            As make_order without the rest.                             | As a tool that is not offered without the rest.
            Liest ein Ergebnis von make_order; für Größen gilt x.       | Für Größen gilt x.
            """)
    void whatNamesHiddenToolsIsLeftOut(String published, String told) {
        assertThat(tools(READS, "\"title\":\"T\"").told(published)).isEqualTo(told);
        assertThat(tools(ToolSelection.everything(), "\"title\":\"T\"").told(published))
                .isEqualTo(published);
    }

    @Test
    void linesStayLines() {
        assertThat(tools(READS, "\"title\":\"T\"").told("One.\n- Two. See make_order.\n- make_order\n\n- Three"))
                .isEqualTo("One.\n- Two.\n- Three");
    }

    @Test
    void onlyTitlesAndDescriptionsAreLookedAt() {
        String schema =
                "\"inputSchema\":{\"properties\":{\"description\":{\"type\":\"string\",\"enum\":[\"make_order\"],"
                        + "\"default\":{\"description\":\"make_order\"},\"description\":\"Größe. %s\"},"
                        + "\"default\":{\"anyOf\":[{\"title\":\"Any \\\"one\\\".\\n%s\"},true]},\"make_order\":{}}}";
        String listed = "\"description\":\"Reads. %s\", " + schema;
        String published = String.format(listed, "See make_order.", "See `make_order`!", "Or make_order.");

        BundleTools tools = tools(READS, published);
        String told = text(tools.listing());

        assertThat(told)
                .isEqualTo("{\"name\":\"get_order\","
                        + String.format(listed, "", "", "")
                                .replace("Reads. ", "Reads.")
                                .replace("Größe. ", "Größe.")
                                .replace(".\\n\"", ".\"")
                        + "}");
        assertThat(text(tools.listed(tools.tools().get(0)))).isEqualTo(told);
        assertThat(text(tools.whole().listing())).contains(published);
    }

    @Test
    void whatIsNarrowedTwiceHidesWhatEitherLeftOut() {
        ToolSelection orders = new ToolSelection(List.of(), List.of(), List.of(), List.of("make_order"), false);
        BundleTools tools = tools(orders, "\"description\":\"Reads. See make_order. See drop-order.\"");
        assertThat(text(tools.listing())).contains("\"Reads. See drop-order.\"");

        BundleTools narrowed = tools.narrowed(READS);

        assertThat(text(narrowed.listing())).contains("\"Reads.\"");
        assertThat(text(narrowed.whole().listing())).contains("See make_order. See drop-order.");
    }

    @Test
    void whatIsOfferedWholeIsTheSliceOfTheCatalogue() {
        BundleTools tools = tools(ToolSelection.everything(), "\"description\":\"See make_order.\"");
        ListedTool listed = tools.listed(tools.find("get_order").orElseThrow().descriptor());

        assertThat(listed.bytes()).isSameAs(tools.listing().bytes());
        assertThat(tools.narrowed(ToolSelection.everything()).listing().bytes()).isSameAs(listed.bytes());
        assertThat(tools.told(listed)).isSameAs(listed);
    }
}
