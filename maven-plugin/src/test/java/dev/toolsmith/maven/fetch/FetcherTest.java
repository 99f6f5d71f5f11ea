package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.SpecsLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {

    private static final String ONE = Publisher.description("Shop", "carts");
    private static final String TWO = Publisher.description("Shop", "carts", "orders");

    private static final MavenProxies NO_PROXIES = new MavenProxies(List.of());

    @TempDir
    private Path folder;

    private Publisher publisher;
    private Path file;
    private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");

    @BeforeEach
    void publishOne() throws IOException {
        publisher = new Publisher();
        publisher.publish("/shop.yaml", ONE);
        file = folder.resolve("specs").resolve("shop.yaml");
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void pinsWhatIsNew() throws Exception {
        assertThat(fetch()).isInstanceOf(Fetched.Changed.class);

        assertThat(file).hasContent(ONE);
        assertThat(lockText().replaceAll("[0-9a-f]{64}", "HASH").replaceAll(":\\d{4,5}/", ":PORT/"))
                .contains(
                        "{\"file\":\"shop.yaml\",\"url\":\"http://127.0.0.1:PORT/shop.yaml\",\"date\":\"2026-01-02T03:04:05Z\","
                                + "\"sha256\":\"HASH\",\"bytes\":" + ONE.length() + ",\"etag\":\"\\\""
                                + Integer.toHexString(ONE.hashCode()) + "\\\"\"}\n");
        assertThat(files()).containsExactly("shop.yaml", "specs.lock");
    }

    @Test
    void asksOnlyForWhatIsNewer() throws Exception {
        fetch();
        FileTime written = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, written);
        Files.setLastModifiedTime(lock(), written);

        assertThat(fetch()).isInstanceOf(Fetched.Unchanged.class);

        assertThat(publisher.requests()).last().asString().contains(Integer.toHexString(ONE.hashCode()));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
        assertThat(Files.getLastModifiedTime(lock())).isEqualTo(written);
    }

    @Test
    void asksByDateWhereThereIsNoTag() throws Exception {
        String date = "Sun, 01 Nov 2026 10:00:00 GMT";
        publisher.answer("/dated.yaml", exchange -> {
            exchange.getResponseHeaders().set("Last-Modified", date);
            boolean known = date.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            Publisher.send(exchange, known ? 304 : 200, known ? "" : ONE);
        });

        assertThat(fetch("/dated.yaml")).isInstanceOf(Fetched.Changed.class);
        assertThat(fetch("/dated.yaml")).isInstanceOf(Fetched.Unchanged.class);
    }

    @Test
    void replacesWhatHasChanged() throws Exception {
        fetch();
        now = Instant.parse("2026-02-02T00:00:00Z");
        publisher.publish("/shop.yaml", TWO);

        assertThat(fetch()).isInstanceOfSatisfying(Fetched.Changed.class, changed -> {
            assertThat(changed.before()).contains(ONE.getBytes(StandardCharsets.UTF_8));
            assertThat(changed.after().operations()).hasSize(2);
        });

        assertThat(file).hasContent(TWO);
        assertThat(lockText()).contains("2026-02-02T00:00:00Z").doesNotContain("2026-01-02");
    }

    @Test
    void aServerThatKnowsNoConditionsChangesNothing() throws Exception {
        publisher.answer("/plain.yaml", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + System.nanoTime() + "\"");
            Publisher.send(exchange, 200, ONE);
        });
        fetch("/plain.yaml");
        String before = lockText();
        now = Instant.parse("2026-02-02T00:00:00Z");

        assertThat(fetch("/plain.yaml")).isInstanceOf(Fetched.Unchanged.class);
        assertThat(lockText()).isEqualTo(before);
    }

    @Test
    void whatWasEditedIsNotReplacedUnlessThatIsAskedFor() throws Exception {
        fetch();
        publisher.publish("/shop.yaml", TWO);
        Files.writeString(file, ONE + "# mine\n");
        String before = lockText();

        assertThatThrownBy(this::fetch)
                .isInstanceOf(FetchFault.class)
                .hasMessageContaining(file + " was changed since it was downloaded (specs.lock has another sha256)")
                .hasMessageContaining("-Dtoolsmith.overwrite replaces the file");
        assertThat(file).hasContent(ONE + "# mine\n");
        assertThat(lockText()).isEqualTo(before);

        assertThat(fetcher(true).fetch(url("/shop.yaml"), new PinnedFile(file), RequestHeaders.NONE))
                .isInstanceOf(Fetched.Changed.class);
        assertThat(file).hasContent(TWO);
    }

    @Test
    void whatWasNeverDownloadedIsNotReplaced() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "by hand");

        assertThatThrownBy(this::fetch).hasMessageContaining("specs.lock does not say that it was downloaded");
        assertThat(file).hasContent("by hand");
        assertThat(lock()).doesNotExist();
    }

    @Test
    void whatIsTheSameAsPublishedIsPinnedWhoeverWroteIt() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, ONE);

        assertThat(fetch()).isInstanceOf(Fetched.Unchanged.class);
        assertThat(new PinnedFile(file).isAsDownloaded()).isTrue();

        publisher.publish("/shop.yaml", TWO);
        Files.writeString(file, TWO);
        fetch();
        assertThat(new PinnedFile(file).isAsDownloaded()).isTrue();
    }

    @Test
    void aLostFileComesBack() throws Exception {
        fetch();
        String before = lockText();
        Files.delete(file);
        now = Instant.parse("2026-02-02T00:00:00Z");

        assertThat(fetch()).isInstanceOf(Fetched.Changed.class);
        assertThat(file).hasContent(ONE);
        assertThat(lockText()).isEqualTo(before);
    }

    @Test
    void aSourceThatMovedIsAskedWithoutConditionsAndNoted() throws Exception {
        fetch();
        publisher.publish("/moved.yaml", ONE);

        assertThat(fetch("/moved.yaml")).isInstanceOf(Fetched.Unchanged.class);

        assertThat(publisher.requests()).last().isEqualTo("GET /moved.yaml ");
        assertThat(lockText()).contains("/moved.yaml").contains("2026-01-02T03:04:05Z");
    }

    @Test
    void aDamagedLockIsAnErrorAndStays() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(lock(), "<<<<<<< HEAD\n");

        assertThatThrownBy(this::fetch).hasMessageContaining("lock-conflict").hasMessageContaining("specs.lock");
        assertThat(lockText()).isEqualTo("<<<<<<< HEAD\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void filesOfOneFolderShareALock() throws Exception {
        publisher.publish("/other.yaml", TWO);
        fetch();
        fetcher(false)
                .fetch(url("/other.yaml"), new PinnedFile(file.resolveSibling("other.yaml")), RequestHeaders.NONE);

        assertThat(SpecsLock.parse(Files.readAllBytes(lock()), new Diagnostics())
                        .orElseThrow()
                        .specs())
                .containsOnlyKeys("other.yaml", "shop.yaml");
    }

    private Fetched fetch() throws FetchFault, InterruptedException {
        return fetch("/shop.yaml");
    }

    private Fetched fetch(String path) throws FetchFault, InterruptedException {
        return fetcher(false).fetch(url(path), new PinnedFile(file), RequestHeaders.NONE);
    }

    private Fetcher fetcher(boolean overwrite) {
        Download.Limits limits = new Download.Limits(1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(60));
        Download download = new Download(Download.client(NO_PROXIES).build(), NO_PROXIES, limits, line -> {});
        return new Fetcher(download, Clock.fixed(now, ZoneOffset.UTC), overwrite);
    }

    private SourceUrl url(String path) throws FetchFault {
        return SourceUrl.parse(publisher.url(path));
    }

    private Path lock() {
        return file.resolveSibling("specs.lock");
    }

    private String lockText() throws IOException {
        return Files.readString(lock());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
