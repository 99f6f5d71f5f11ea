package dev.toolsmith.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.ToolJar;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ListChanges.Listening;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class ServedBundlesTest {

    @TempDir
    private Path folder;

    private static FixtureBundle builtIn(String app) {
        return new FixtureBundle(app).with("get_" + app, "get", "things", "", "{}", args -> ApiRequest.get("/"));
    }

    private Path shopJar(String... tools) {
        return ToolJar.of("shop", tools).writeTo(folder.resolve("shop.jar"));
    }

    private static List<String> tools(ServedBundles bundles) {
        return BundleTools.of(bundles.current(), ToolSelection.everything()).tools().stream()
                .map(tool -> tool.name())
                .toList();
    }

    @Test
    void withoutAnyFileTheBuiltInBundlesAreServed() {
        FixtureBundle own = builtIn("shop");
        ServedBundles bundles = ServedBundles.open(List.of(own), List.of());

        assertThat(bundles.current()).containsExactly(own);
        assertThat(bundles.reload()).isEmpty();
    }

    @Test
    void aFilesBundleTakesThePlaceOfTheBuiltInOneAndOthersAreAdded() {
        Path extra = ToolJar.of("extra", "get_extra").writeTo(folder.resolve("extra.jar"));
        ServedBundles bundles = ServedBundles.open(
                List.of(builtIn("shop"), builtIn("own")), List.of(extra, shopJar("get_item", "get_order")));

        assertThat(bundles.current()).extracting(ToolBundle::app).containsExactly("shop", "own", "extra");
        assertThat(tools(bundles)).containsExactly("get_extra", "get_item", "get_order", "get_own");
        assertThat(bundles.jarOf("shop").orElseThrow().bundles())
                .extracting(ToolBundle::app)
                .containsExactly("shop");
        assertThat(bundles.jarOf("own")).isEmpty();
    }

    @Test
    void twoFilesOfOneAppAreRefused() throws IOException {
        Path one = shopJar("get_item");
        Path two = Files.copy(one, folder.resolve("copy.jar"));

        assertThatThrownBy(() -> ServedBundles.open(List.of(), List.of(one, two)))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("The app \"shop\" stands in " + one + " and in " + two + ". Leave one of them out.");
    }

    @Test
    void reloadMovesToTheNewFileAndTellsWhatChanged() {
        ServedBundles bundles = ServedBundles.open(List.of(), List.of(shopJar("get_item", "get_order")));
        BundleVersion before = BundleVersion.of(bundles.current().get(0));
        ToolJar.of("shop", "get_item", "get_cart", "get_till").version("1.1.0").writeTo(folder.resolve("shop.jar"));

        List<BundleSwap> swaps = bundles.reload();

        BundleVersion after = BundleVersion.of(bundles.current().get(0));
        assertThat(swaps)
                .singleElement()
                .hasToString("shop 1.0.0 (" + before.digest() + ") -> 1.1.0 (" + after.digest()
                        + "): 2 tools added, 1 removed");
        assertThat(tools(bundles)).containsExactly("get_cart", "get_item", "get_till");
    }

    @Test
    void aFileThatDoesTheSameStaysTheSameBundle() {
        ServedBundles bundles = ServedBundles.open(List.of(), List.of(shopJar("get_item")));
        ToolBundle before = bundles.current().get(0);

        assertThat(bundles.reload()).isEmpty();
        ToolJar.of("shop", "get_item").file("built.txt", "later").writeTo(folder.resolve("shop.jar"));
        assertThat(bundles.reload()).isEmpty();
        assertThat(bundles.current()).containsExactly(before);
    }

    @Test
    void aBadFileChangesNothingNotEvenTheOtherFiles() throws IOException {
        Path extra = ToolJar.of("extra", "get_extra").writeTo(folder.resolve("extra.jar"));
        ServedBundles bundles = ServedBundles.open(List.of(), List.of(shopJar("get_item"), extra));
        List<ToolBundle> before = bundles.current();
        shopJar("get_cart");
        Files.writeString(extra, "no jar");

        assertThatThrownBy(bundles::reload).hasMessageContaining(extra + " is no whole jar");
        assertThat(bundles.current()).isEqualTo(before);
        Files.delete(extra);
        assertThatThrownBy(bundles::reload).hasMessage("There is no file " + extra + ".");
        assertThat(bundles.current()).isEqualTo(before);
    }

    @Test
    void everyFollowerPreparesBeforeAnyMoves() {
        ServedBundles bundles = ServedBundles.open(List.of(), List.of(shopJar("get_item")));
        List<String> told = new ArrayList<>();
        bundles.onChange(next -> {
            told.add("one prepares " + tools(bundles));
            return () -> told.add("one moves " + tools(bundles));
        });
        Listening second = bundles.onChange(next -> {
            told.add("two prepares");
            return () -> told.add("two moves");
        });
        shopJar("get_cart");
        bundles.reload();

        assertThat(told)
                .containsExactly("one prepares [get_item]", "two prepares", "one moves [get_cart]", "two moves");
        second.close();
        told.clear();
        shopJar("get_till");
        bundles.reload();
        assertThat(told).containsExactly("one prepares [get_cart]", "one moves [get_till]");
    }

    @Test
    void aFollowerThatRefusesKeepsEverythingAsItIs() {
        ServedBundles bundles = ServedBundles.open(List.of(), List.of(shopJar("get_item")));
        List<String> told = new ArrayList<>();
        bundles.onChange(next -> () -> told.add("moved"));
        bundles.onChange(next -> {
            throw new ToolConfigurationException("No tool has the tag \"x\".");
        });
        shopJar("get_cart");

        assertThatThrownBy(bundles::reload).hasMessage("No tool has the tag \"x\".");
        assertThat(told).isEmpty();
        assertThat(tools(bundles)).containsExactly("get_item");
    }

    @Test
    void theVersionNamesWhatABundleDoesAndNothingElse() {
        ToolJar plain = ToolJar.of("shop", "get_item");
        BundleVersion version = version(plain);

        assertThat(version.digest()).matches("[0-9a-f]{12}");
        assertThat(version(ToolJar.of("shop", "get_item"))).isEqualTo(version);
        assertThat(version(ToolJar.of("shop", "get_item").file("META-INF/maven/pom.xml", "<p/>")))
                .isEqualTo(version);
        String schema = "META-INF/toolsmith/shop/schemas/get_item.json";
        String output = "META-INF/toolsmith/shop/outputs/get_item.json";
        assertThat(version(ToolJar.of("shop", "get_item").file(schema, "{}")).digest())
                .isNotEqualTo(version.digest());
        assertThat(version(ToolJar.of("shop", "get_item").file(output, "{}")).digest())
                .isNotEqualTo(version.digest());
        ToolJar otherPath = ToolJar.of("shop", "get_item").source("T_get_item", """
                public final class T_get_item implements ApiTool {
                    @Override public String name() { return "get_item"; }
                    @Override public ApiRequest toRequest(ToolArguments args) { return ApiRequest.get("/other"); }
                }
                """);
        assertThat(version(otherPath).digest()).isNotEqualTo(version.digest());
    }

    @Test
    void aBuiltInBundleHasAVersionToo() {
        BundleVersion version = BundleVersion.of(builtIn("shop"));

        assertThat(version).isEqualTo(BundleVersion.of(builtIn("shop")));
        assertThat(version.toString()).matches("shop 2\\.0\\.0 \\([0-9a-f]{12}\\)");
    }

    private static BundleVersion version(ToolJar jar) {
        return BundleVersion.of(BundleJar.of("shop.jar", jar.bytes()).bundles().get(0));
    }
}
