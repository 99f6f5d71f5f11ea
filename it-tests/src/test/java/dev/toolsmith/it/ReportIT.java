package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.toolsmith.generator.CatalogueReader;
import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.report.ToolReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool reference of the built server: its sizes are those that the server tells, and a browser can search it. */
final class ReportIT {

    private static final Pattern COUNTED = Pattern.compile("(?m)^ *(\\d+) +\\d+ +\\d+  (tag )?(\\S.*)$");
    private static final Pattern TOOL =
            Pattern.compile("<li data-tool=\"([a-z0-9_]+)\">.*?<small>([0-9,]+) tokens?</small></li>");
    private static final Pattern TAG = Pattern.compile("<h2>([^<]+) <small>([0-9,]+) tokens?</small></h2>");

    @TempDir
    static Path folder;

    private static Path page;

    @BeforeAll
    static void write() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Waiting.LONG.toMillis());
        CatalogueRequest jar =
                new CatalogueRequest(List.of(Product.jar()), List.of(), "", "operationId", List.of(), List.of());
        String html = ToolReport.html(CatalogueReader.read(jar).catalogue().orElseThrow());
        page = Files.writeString(folder.resolve("report.html"), html);
    }

    @Test
    void itsSizesAreThoseThatTheServerTells() throws IOException {
        String told = CommandRun.of(Product.command("tools", "--tokens"), Map.of(), "")
                .out();
        Map<String, Integer> tools = new TreeMap<>();
        Map<String, Integer> tags = new TreeMap<>();
        COUNTED.matcher(told).results().forEach(line -> put(line.group(2) == null ? tools : tags, line, 3, 1));
        Integer all = tools.remove("all " + (tools.size() - 1) + " tools, in o200k tokens");
        assertThat(tools).hasSizeGreaterThan(100);
        assertThat(all)
                .isEqualTo(tools.values().stream().mapToInt(Integer::intValue).sum());

        String html = Files.readString(page);
        assertThat(sizes(TOOL, html)).isEqualTo(tools);
        assertThat(sizes(TAG, html)).isEqualTo(tags);
        assertThat(html).contains("%,d tokens in all, by o200k.".formatted(all));
    }

    @Test
    void wordsNarrowItWithoutANetwork() {
        try (Chromium chromium = new Chromium()) {
            Page report = open(chromium, true);
            List<String> requests = new ArrayList<>();
            report.onRequest(request -> requests.add(request.url()));
            Locator shown = report.locator("article:visible");
            int all = shown.count();

            report.getByLabel("Search").fill("note CREATE");
            PlaywrightAssertions.assertThat(report.locator("#create_a_attio_note"))
                    .isVisible();
            PlaywrightAssertions.assertThat(report.locator("#list_all_attio_companies"))
                    .isHidden();
            PlaywrightAssertions.assertThat(report.locator("li[data-tool=list_all_attio_companies]"))
                    .isHidden();
            assertThat(shown.count()).isPositive().isLessThan(all);

            report.getByLabel("Class").selectOption("read");
            PlaywrightAssertions.assertThat(report.locator("#create_a_attio_note"))
                    .isHidden();
            report.getByLabel("Search").fill("note xyzzy");
            PlaywrightAssertions.assertThat(shown).hasCount(0);
            PlaywrightAssertions.assertThat(report.locator("output")).hasText("0 of " + all);

            report.getByLabel("Search").fill("");
            report.getByLabel("Class").selectOption("");
            PlaywrightAssertions.assertThat(shown).hasCount(all);
            assertThat(requests).isEmpty();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptsEverythingIsThere() {
        try (Chromium chromium = new Chromium()) {
            Page report = open(chromium, false);

            PlaywrightAssertions.assertThat(report.locator("form")).isHidden();
            assertThat(report.locator("article:visible").count())
                    .isEqualTo(report.locator("article").count())
                    .isGreaterThan(100);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static Page open(Chromium chromium, boolean scripts) {
        Page report = chromium.window(1_200, 850, ColorScheme.DARK, scripts).newPage();
        report.navigate(page.toUri().toString());
        return report;
    }

    private static Map<String, Integer> sizes(Pattern pattern, String html) {
        Map<String, Integer> sizes = new TreeMap<>();
        pattern.matcher(html).results().forEach(each -> put(sizes, each, 1, 2));
        return sizes;
    }

    private static void put(Map<String, Integer> sizes, MatchResult line, int name, int size) {
        sizes.put(line.group(name), Integer.valueOf(line.group(size).replace(",", "")));
    }
}
