package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.fixture.ToolJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BundleWatchTest {

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Path file;
    private ServedBundles bundles;
    private BundleWatch watch;

    @BeforeEach
    void start() {
        file = ToolJar.of("shop", "get_a").writeTo(folder.resolve("shop.jar"));
        bundles = ServedBundles.open(List.of(), List.of(file));
        watch = BundleWatch.start(bundles, told::add);
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private String next() throws InterruptedException {
        String message = told.poll(60, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    @Test
    void aMovedFileIsTaken() throws Exception {
        ToolJar.of("shop", "get_a", "get_b").writeTo(file);
        assertThat(next()).startsWith("Replaced the bundle shop 1.0.0 (").endsWith(": 1 tools added, 0 removed.");
        ToolJar.of("shop", "get_b").writeTo(file);
        assertThat(next()).endsWith(": 0 tools added, 1 removed.");
        assertThat(told).isEmpty();
    }

    @Test
    void aHalfWrittenFileIsToldOnceAndTakenWhenItIsWhole() throws Exception {
        byte[] whole = ToolJar.of("shop", "get_a", "get_b").bytes();
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(next())
                .isEqualTo("The bundles stay as they are: " + file
                        + " is no whole jar. Write it elsewhere first and move it into its place.");
        Files.write(file, whole);
        assertThat(next()).startsWith("Replaced the bundle shop ");
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndItsBundleStays() throws Exception {
        Files.delete(file);
        assertThat(next()).isEqualTo("The bundles stay as they are: There is no file " + file + ".");
        assertThat(bundles.current()).hasSize(1);
        ToolJar.of("shop", "get_b").writeTo(file);
        assertThat(next()).startsWith("Replaced the bundle shop ");
    }

    @Test
    void aRefusalOfAFollowerIsTold() throws Exception {
        bundles.onChange(next -> {
            throw new ConfigurationException("There is no credential for Shop.");
        });
        ToolJar.of("shop", "get_b").writeTo(file);

        assertThat(next()).isEqualTo("The bundles stay as they are: There is no credential for Shop.");
    }

    @Test
    void anErrorIsToldAndDoesNotEndTheWatch() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        bundles.onChange(next -> {
            if (broken.get()) {
                throw new NoClassDefFoundError("shop/Missing");
            }
            return () -> {};
        });
        ToolJar.of("shop", "get_b").writeTo(file);

        assertThat(next()).isEqualTo("The bundles stay as they are: java.lang.NoClassDefFoundError: shop/Missing");
        broken.set(false);
        ToolJar.of("shop", "get_a", "get_b").writeTo(file);
        assertThat(next()).startsWith("Replaced the bundle shop ");
    }

    @Test
    void aFileWrittenAnewWithTheSameContentChangesNothing() throws IOException, InterruptedException {
        Files.write(file, Files.readAllBytes(file));
        ToolJar.of("shop", "get_a").file("built", "later").writeTo(file);
        ToolJar.of("shop", "get_z").writeTo(file);

        assertThat(next()).endsWith(": 1 tools added, 1 removed.");
        assertThat(told).isEmpty();
    }
}
