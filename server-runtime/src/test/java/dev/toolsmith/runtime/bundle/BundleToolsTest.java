package dev.toolsmith.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BundleToolsTest {

    private static final String PAGES =
            "\"pagination\":{\"style\":\"offset\",\"items\":\"/data\",\"limit\":\"limit\",\"position\":\"offset\","
                    + "\"defaultLimit\":10,\"maxLimit\":50}";

    private static FixtureBundle shop() {
        return new FixtureBundle("shop")
                .with("shop_orders_list", "list", "orders", PAGES, "{}", args -> ApiRequest.get("/orders"))
                .with("shop_orders_create", "create", "orders", "", "{}", args -> ApiRequest.post("/orders"))
                .with("shop_orders_assert", "assert", "orders", "", "{}", args -> ApiRequest.put("/orders"))
                .with(
                        "shop_notes_get",
                        "get",
                        "notes",
                        "\"scopesKnown\":false,\"future\":{\"a\":[1]},\"scopesBy\":{\"argument\":\"target\",\"scopes\":{\"lists\":[\"list:read\"]}}",
                        "{}",
                        args -> ApiRequest.get("/notes"));
    }

    private static List<String> names(ToolSelection selection) {
        return BundleTools.of(List.of(shop()), selection).tools().stream()
                .map(ToolDescriptor::name)
                .toList();
    }

    private static ToolSelection selection(List<String> methods, List<String> tags) {
        return new ToolSelection(methods, tags, List.of(), List.of(), false);
    }

    @Test
    void everythingIsOfferedSortedByName() {
        assertThat(names(ToolSelection.everything()))
                .containsExactly("shop_notes_get", "shop_orders_assert", "shop_orders_create", "shop_orders_list");
    }

    @Test
    void listedIsTheSliceOfTheCatalogue() {
        BundleTools tools = BundleTools.of(List.of(shop()), ToolSelection.everything());
        for (ToolDescriptor tool : tools.tools()) {
            ListedTool listed = tools.listed(tool);
            assertThat(new String(listed.bytes(), listed.offset(), listed.length(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"name\":\"" + tool.name() + "\"}");
        }
    }

    @Test
    void rowsAreReadWhole() {
        BundleTools tools = BundleTools.of(List.of(shop()), ToolSelection.everything());
        BundledTool notes = tools.find("shop_notes_get").orElseThrow();
        assertThat(notes.scopesKnown()).isFalse();
        assertThat(notes.scopesBy().orElseThrow().scopes()).containsEntry("lists", List.of("list:read"));
        assertThat(notes.descriptor().tag()).isEqualTo("notes");
        assertThat(notes.descriptor().scopes()).containsExactly("notes:read");
        assertThat(notes.manifest().apiKeyVariable()).isEqualTo("SHOP_API_KEY");
        assertThat(notes.manifest().security().get(0).type()).isEqualTo("oauth2");
        Pagination pages =
                tools.find("shop_orders_list").orElseThrow().pagination().orElseThrow();
        assertThat(pages.style()).isEqualTo(Pagination.Style.OFFSET);
        assertThat(pages.maxLimit()).hasValue(50);
        assertThat(pages.takesCursor()).isTrue();
        assertThat(pages.takesLimit()).isFalse();
    }

    @Test
    void methodsAreClassesOrExactKinds() {
        assertThat(names(selection(List.of("read"), List.of()))).containsExactly("shop_notes_get", "shop_orders_list");
        assertThat(names(selection(List.of("write"), List.of()))).containsExactly("shop_orders_create");
        assertThat(names(selection(List.of("custom"), List.of()))).containsExactly("shop_orders_assert");
        assertThat(names(selection(List.of("get", "assert"), List.of())))
                .containsExactly("shop_notes_get", "shop_orders_assert");
    }

    @Test
    void tagsNarrowMethodsFurther() {
        assertThat(names(selection(List.of("read"), List.of("orders")))).containsExactly("shop_orders_list");
        assertThat(names(selection(List.of(), List.of("notes", "orders")))).hasSize(4);
    }

    @Test
    void namesAreAllowedAndDenied() {
        assertThat(names(new ToolSelection(
                        List.of(), List.of(), List.of("shop_notes_get", "shop_orders_list"), List.of(), false)))
                .containsExactly("shop_notes_get", "shop_orders_list");
        assertThat(names(new ToolSelection(
                        List.of(), List.of("orders"), List.of(), List.of("shop_orders_create"), false)))
                .containsExactly("shop_orders_assert", "shop_orders_list");
    }

    @Test
    void readOnlyLeavesWhatChangesNothing() {
        assertThat(names(new ToolSelection(List.of(), List.of(), List.of(), List.of(), true)))
                .containsExactly("shop_notes_get", "shop_orders_list");
    }

    @Test
    void hiddenToolsAreNotFound() {
        BundleTools tools = BundleTools.of(List.of(shop()), selection(List.of("read"), List.of()));
        assertThat(tools.find("shop_orders_create")).isEmpty();
        assertThat(tools.find("shop_orders_list")).isPresent();
    }

    @Test
    void aNarrowedListHoldsAndFindsWhatIsLeftAndLeavesTheOtherAsItWas() {
        BundleTools all = BundleTools.of(List.of(shop()), ToolSelection.everything());
        BundleTools reads = all.narrowed(selection(List.of("read"), List.of()));
        BundleTools orders = reads.narrowed(selection(List.of(), List.of("orders")));
        assertThat(orders.tools()).extracting(ToolDescriptor::name).containsExactly("shop_orders_list");
        assertThat(orders.find("shop_notes_get")).isEmpty();
        assertThat(new String(orders.listing().bytes(), StandardCharsets.UTF_8)).doesNotContain("shop_orders_create");
        assertThat(all.tools()).hasSize(4);
        assertThat(reads.narrowed(ToolSelection.everything()).listing().length())
                .isEqualTo(reads.listing().length());
    }

    @Test
    void anUnknownWordIsRefusedWithTheClosest() {
        assertThatThrownBy(() -> names(selection(List.of("raed"), List.of())))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("No tool has the method \"raed\". Did you mean \"read\"?"
                        + " Methods: assert, create, custom, get, list, read, write.");
        assertThatThrownBy(() -> names(selection(List.of(), List.of("order"))))
                .hasMessage("No tool has the tag \"order\". Did you mean \"orders\"? Tags: all, notes, orders.");
        assertThatThrownBy(() ->
                        names(new ToolSelection(List.of(), List.of(), List.of("shop_note_get"), List.of(), false)))
                .hasMessage("No tool has the name \"shop_note_get\". Did you mean \"shop_notes_get\"?");
    }

    @Test
    void anEmptySelectionSaysWhatWasAskedAndWhatThereIs() {
        assertThatThrownBy(() -> names(selection(List.of("write"), List.of("notes"))))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("None of the 4 tools is left by methods write and tags notes."
                        + " Tools with these tags are of: get. Tools with these methods have the tags: all, orders.");
    }

    @Test
    void whereReadOnlyLeavesNothingThatIsSaidAndNoWayThatLeadsNowhere() {
        assertThatThrownBy(() -> names(new ToolSelection(List.of("write"), List.of(), List.of(), List.of(), true)))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("None of the 4 tools is left by methods write and read-only."
                        + " Read-only leaves out all tools that change something.");
        assertThatThrownBy(
                        () -> names(new ToolSelection(List.of("write"), List.of("notes"), List.of(), List.of(), true)))
                .hasMessage("None of the 4 tools is left by methods write and tags notes and read-only."
                        + " Read-only leaves out all tools that change something. Tools with these tags are of: get.");
    }

    @Test
    void whatAPresetLeavesOutIsToldApartFromWhatThereIsNot() {
        List<ToolDescriptor> all =
                BundleTools.of(List.of(shop()), ToolSelection.everything()).tools();
        List<ToolDescriptor> notes = BundleTools.of(List.of(shop()), selection(List.of(), List.of("notes")))
                .tools();
        String end = ". Give a part of what the preset has there, or leave the preset out.";

        assertThat(LeftOut.of("look", notes, all, selection(List.of(), List.of("orders"))))
                .contains(new LeftOut("tags", "The preset \"look\" leaves out the tag \"orders\"" + end));
        assertThat(LeftOut.of("look", notes, all, selection(List.of("write"), List.of())))
                .contains(new LeftOut("methods", "The preset \"look\" leaves out the method \"write\"" + end));
        assertThat(LeftOut.of(
                        "look",
                        notes,
                        all,
                        new ToolSelection(List.of(), List.of(), List.of("shop_orders_create"), List.of(), false)))
                .contains(new LeftOut("tools", "The preset \"look\" leaves out the tool \"shop_orders_create\"" + end));
        assertThat(LeftOut.of("look", notes, all, selection(List.of("get", "nosuch"), List.of("notes", "nosuch"))))
                .isEmpty();
    }

    @Test
    void anotherFormatVersionIsRefused() {
        assertThatThrownBy(() -> BundleTools.of(List.of(shop().formatVersion("2")), ToolSelection.everything()))
                .hasMessage("The bundle \"shop\" has format version 2, this server reads 1."
                        + " Generate the bundle with the plugin of this server's version.");
    }

    @Test
    void oneAppOrToolTwiceIsRefused() {
        assertThatThrownBy(() -> BundleTools.of(List.of(shop(), shop()), ToolSelection.everything()))
                .hasMessage("Two bundles are of the app \"shop\". Leave one of them out.");
        FixtureBundle other = new FixtureBundle("other")
                .with("shop_notes_get", "get", "notes", "", "{}", args -> ApiRequest.get("/n"));
        assertThatThrownBy(() -> BundleTools.of(List.of(shop(), other), ToolSelection.everything()))
                .hasMessage("The tool \"shop_notes_get\" stands twice: in the bundles \"shop\" and \"other\"."
                        + " Leave one of them out.");
    }

    @Test
    void severalBundlesAreOneSortedList() {
        FixtureBundle other =
                new FixtureBundle("mail").with("mail_send", "send", "mail", "", "{}", args -> ApiRequest.post("/mail"));
        BundleTools tools = BundleTools.of(List.of(shop(), other), ToolSelection.everything());
        assertThat(tools.tools().get(0).name()).isEqualTo("mail_send");
        assertThat(tools.manifests()).extracting(BundleManifest::app).containsExactly("shop", "mail");
        assertThat(tools.find("mail_send").orElseThrow().bundle()).isSameAs(other);
    }
}
