package dev.toolsmith.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.fixture.ToolJar;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

@Timeout(120)
final class BundleJarTest {

    private static final String MANIFEST = "META-INF/toolsmith/shop/manifest.json";

    private static ToolJar shop() {
        return ToolJar.of("shop", "get_shop_item", "get_shop_order");
    }

    private static ToolBundle onlyBundle(ToolJar jar) {
        return BundleJar.of("shop.jar", jar.bytes()).bundles().get(0);
    }

    @Test
    void theToolsOfAJarAreListedAndCallable(@TempDir Path folder) {
        BundleJar jar = BundleJar.read(shop().writeTo(folder.resolve("shop.jar")));

        assertThat(jar.bundles()).hasSize(1);
        ToolBundle bundle = jar.bundles().get(0);
        assertThat(bundle.app()).isEqualTo("shop");
        assertThat(BundleTools.of(jar.bundles(), ToolSelection.everything()).tools())
                .extracting("name")
                .containsExactly("get_shop_item", "get_shop_order");
        ApiRequest request =
                bundle.tool("get_shop_order").toRequest(new ToolArguments(new ObjectMapper().createObjectNode()));
        assertThat(request.template()).isEqualTo("/get_shop_order");
    }

    @Test
    void itsClassesSeeOfTheServerOnlyWhatToolsAreMadeWith() throws Exception {
        ClassLoader loader = onlyBundle(shop()).getClass().getClassLoader();

        assertThat(loader.loadClass("java.util.List")).isNotNull();
        assertThat(loader.loadClass(ToolBundle.class.getName())).isSameAs(ToolBundle.class);
        assertThat(loader.loadClass("tools.jackson.databind.JsonNode").getClassLoader())
                .isSameAs(ToolBundle.class.getClassLoader());
        assertThat(loader.loadClass("org.jspecify.annotations.Nullable")).isNotNull();
        for (String hidden : new String[] {
            "dev.toolsmith.runtime.bundle.BundleTools",
            "dev.toolsmith.runtime.upstream.Secret",
            "org.eclipse.jetty.client.HttpClient",
            "org.junit.jupiter.api.Test",
            "java_.sql.Driver",
            "jdk.net.Sockets"
        }) {
            assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(loader.getResource("META-INF/MANIFEST.MF")).isNull();
        assertThat(loader.getResources("META-INF/MANIFEST.MF").hasMoreElements())
                .isFalse();
    }

    @Test
    void twoJarsMayHaveClassesOfTheSameName() {
        ToolBundle first = onlyBundle(shop());
        ToolBundle second = onlyBundle(shop());

        assertThat(first.getClass().getName()).isEqualTo(second.getClass().getName());
        assertThat(first.getClass()).isNotSameAs(second.getClass());
    }

    @Test
    void aToolThatReachesForTheServersClassesIsRefused() {
        ToolJar jar = shop().source("T_get_shop_item", """
                public final class T_get_shop_item implements ApiTool {
                    private final Object secret = dev.toolsmith.runtime.upstream.Secret.of("x");
                    @Override public String name() { return "get_shop_item"; }
                    @Override public ApiRequest toRequest(ToolArguments args) { return ApiRequest.get("/" + secret); }
                }
                """);

        assertThatThrownBy(() -> onlyBundle(jar))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessageContaining("The classes of the bundle \"shop\" in shop.jar do not fit this server")
                .hasMessageContaining("upstream/Secret");
    }

    @Test
    void aJarThatIsNotWholeIsRefusedWhereverItEnds() {
        byte[] whole = shop().bytes();

        for (int length : new int[] {0, 1, 21, 100, whole.length / 2, whole.length - 23, whole.length - 1}) {
            assertThatThrownBy(() -> BundleJar.of("half.jar", Arrays.copyOf(whole, length)))
                    .isInstanceOf(ToolConfigurationException.class)
                    .hasMessageStartingWith("half.jar is no whole jar.");
        }
    }

    @Test
    void aJarThatLacksEntriesItsEndCountsIsRefused() {
        byte[] whole = shop().bytes();
        byte[] wrong = whole.clone();
        wrong[whole.length - 22 + 10]++;

        assertThatThrownBy(() -> BundleJar.of("wrong.jar", wrong)).hasMessageStartingWith("wrong.jar is no whole jar.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/native.so", "win/Some.DLL", "mac/libx.dylib"})
    void nativeCodeIsRefused(String name) {
        assertThatThrownBy(() -> onlyBundle(shop().file(name, "x")))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("shop.jar holds native code (" + name + "), which no bundle may. Leave it out.");
    }

    @Test
    void aFileThatStandsTwiceIsRefused() {
        byte[] jar = jarOf(Map.of("a/one.txt", new byte[1], "a/two.txt", new byte[1]));
        byte[] twice = replaced(jar, "a/two.txt", "a/one.txt");

        assertThatThrownBy(() -> BundleJar.of("twice.jar", twice))
                .hasMessage("twice.jar holds a/one.txt twice. Build it again.");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() {
        byte[] jar = jarOf(Map.of("big", new byte[JarEntries.MOST_ENTRY_BYTES + 1]));

        assertThatThrownBy(() -> BundleJar.of("big.jar", jar))
                .hasMessage("big.jar unpacks to more than a bundle may have, at big: at most 32 MiB a file and 256 MiB"
                        + " in all.");
    }

    @Test
    void filesThatTogetherUnpackToTooMuchAreRefused() {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            files.put("part" + i, new byte[JarEntries.MOST_ENTRY_BYTES]);
        }

        assertThatThrownBy(() -> BundleJar.of("big.jar", jarOf(files))).hasMessageContaining("at part8: at most");
    }

    @Test
    void aJarWithoutABundleIsRefused() {
        assertThatThrownBy(() -> BundleJar.of("other.jar", jarOf(Map.of("a.txt", new byte[1]))))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("other.jar holds no tool bundle: there is no META-INF/toolsmith/APP/manifest.json in it."
                        + " Give the jar that a build with the plugin made.");
    }

    @Test
    void anotherFormatVersionIsRefused() {
        String manifest = "{\"formatVersion\":2,\"app\":\"shop\",\"bundleClass\":\"com.example.shop.Tools\"}";

        assertThatThrownBy(() -> onlyBundle(shop().file(MANIFEST, manifest)))
                .hasMessageContaining("The bundle \"shop\" has format version 2, this server reads 1");
    }

    @Test
    void aManifestOfAnotherAppIsRefused() {
        String manifest = "{\"formatVersion\":1,\"app\":\"sjop\",\"bundleClass\":\"com.example.shop.Tools\"}";

        assertThatThrownBy(() -> onlyBundle(shop().file(MANIFEST, manifest)))
                .hasMessage(MANIFEST + " in shop.jar is of the app \"sjop\". Generate the bundle again.");
    }

    @Test
    void aManifestThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> onlyBundle(shop().file(MANIFEST, "{\"app\": nothing}")))
                .hasMessage(MANIFEST + " in shop.jar is not JSON. Generate the bundle again.");
    }

    @Test
    void aBundleClassThatIsNotInTheJarIsRefusedThoughTheServerHasIt() {
        String manifest =
                "{\"formatVersion\":1,\"app\":\"one\",\"bundleClass\":" + "\"dev.toolsmith.runtime.tool.ToolBundle\"}";

        assertThatThrownBy(() ->
                        onlyBundle(ToolJar.of("one", "get_one").file("META-INF/toolsmith/one/manifest.json", manifest)))
                .hasMessageContaining(
                        "names the class \"dev.toolsmith.runtime.tool.ToolBundle\", which is not in the jar");
    }

    @Test
    void aBundleClassThatIsNoBundleIsRefused() {
        ToolJar jar = shop().source("Tools", "public final class Tools {}");

        assertThatThrownBy(() -> onlyBundle(jar))
                .hasMessageContaining("names com.example.shop.Tools, which is no tool bundle");
    }

    @Test
    void aBundleThatCannotBeMadeIsRefused() {
        ToolJar jar = shop().source("Tools", """
                public final class Tools implements ToolBundle {
                    public Tools() { throw new IllegalStateException("no"); }
                    @Override public String app() { return "shop"; }
                    @Override public ApiTool tool(String name) { throw new IllegalArgumentException(name); }
                    @Override public java.io.InputStream open(String name) { throw new IllegalArgumentException(name); }
                }
                """);

        assertThatThrownBy(() -> onlyBundle(jar))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessageContaining("do not fit this server (java.lang.IllegalStateException: no)");
    }

    @Test
    void aToolWithoutItsClassIsRefused() {
        ToolJar jar = shop().source("T_get_shop_item", """
                public final class T_get_shop_item implements ApiTool {
                    @Override public String name() { return "get_another_item"; }
                    @Override public ApiRequest toRequest(ToolArguments args) { return ApiRequest.get("/"); }
                }
                """);

        assertThatThrownBy(() -> onlyBundle(jar))
                .hasMessage("The bundle \"shop\" in shop.jar has no class of its tool \"get_shop_item\"."
                        + " Generate it again.");
    }

    @Test
    void aMissingFileIsToldByItsName(@TempDir Path folder) {
        Path file = folder.resolve("none.jar");

        assertThatThrownBy(() -> BundleJar.read(file))
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessage("There is no file " + file + ".");
        assertThatThrownBy(() -> BundleJar.read(folder)).hasMessage("The file " + folder + " cannot be read.");
    }

    @Test
    void theClassesAreGivenBackWhenNobodyHoldsTheBundle() {
        WeakReference<ClassLoader> loader = usedOnce();

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (loader.get() != null && System.nanoTime() < deadline) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> usedOnce() {
        ToolBundle bundle = onlyBundle(shop());
        assertThat(bundle.tool("get_shop_item").toRequest(new ToolArguments(new ObjectMapper().createObjectNode())))
                .isNotNull();
        assertThat(BundleVersion.of(bundle).app()).isEqualTo("shop");
        return new WeakReference<>(bundle.getClass().getClassLoader());
    }

    private static byte[] jarOf(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] jar, String name, String by) {
        return new String(jar, StandardCharsets.ISO_8859_1).replace(name, by).getBytes(StandardCharsets.ISO_8859_1);
    }
}
