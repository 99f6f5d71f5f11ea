package dev.toolsmith.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.emit.SourceFile;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.ToolPlanner;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.CookieArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.HeaderArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.QueryArgument;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No text of a description is ever run, breaks what is generated, or comes out as another text. */
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PAYLOADS = HostilePayloads.all();
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern OUR_TAG = Pattern.compile(
            "</?(html|head|title|style|body|h[123]|p|nav|ul|li|code|main|section|article|dl|dt|dd|table|tr|th|td|strong|a)>"
                    + "|</?(header|form|label|select|option|output|pre|div|span|script)>"
                    + "|<!doctype html>|<html lang=\"en\">|<meta [^<>]*>|<a href=\"#[a-z0-9_]+\">|<div class=\"wide\">"
                    + "|<article id=\"[a-z0-9_]+\" data-class=\"[a-z]+\">|<li data-tool=\"[a-z0-9_]+\">"
                    + "|<span class=\"mark [a-z]+\">|<nav aria-label=\"Tools by tag\">"
                    + "|<form id=\"page-search\" role=\"search\" hidden>|<input type=\"search\" [^<>']*>"
                    + "|<select id=\"page-class\">|<option value=\"\">|<output id=\"page-found\">");

    /** What was planned, by the package that it was written to. */
    private static final Map<String, ToolCatalog> CATALOGS = new TreeMap<>();

    private static final Map<String, List<SourceFile>> OUTPUT = new TreeMap<>();
    private static final List<SourceFile> FILES = new ArrayList<>();

    private static int combinations;

    @BeforeAll
    static void generateEverything() throws IOException {
        HostileApis.riskyFields().forEach((field, filling) -> {
            ObjectNode document = HostileApis.document();
            for (int i = 0; i < PAYLOADS.size(); i++) {
                filling.accept(HostileApis.operation(document, "/o" + i), PAYLOADS.get(i));
            }
            generate("hostile." + field, document, PAYLOADS.size());
        });
        ObjectNode texts = HostileApis.document();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            HostileApis.fillTexts(HostileApis.operation(texts, "/o" + i), PAYLOADS.get(i));
        }
        generate("hostile.texts", texts, PAYLOADS.size() * HostileApis.TEXTS);
        for (int i = 0; i < PAYLOADS.size(); i++) {
            generate(
                    "hostile.document" + i, HostileApis.withDocumentTexts(PAYLOADS.get(i)), HostileApis.DOCUMENT_TEXTS);
            generate("hostile.server" + i, HostileApis.withServer(PAYLOADS.get(i)), 1);
            generate("hostile.path" + i, HostileApis.withPath(PAYLOADS.get(i)), 1);
        }
    }

    @Test
    void theCorpusIsLargeAndMostOfItBecomesTools() {
        assertThat(PAYLOADS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(combinations).isGreaterThanOrEqualTo(1500);
        assertThat(CATALOGS.values().stream()
                        .mapToInt(each -> each.tools().size())
                        .sum())
                .isGreaterThan(500);
    }

    @Test
    void everythingCompilesNothingIsRunAndEveryRequestIsThePlannedOne()
            throws ReflectiveOperationException, IOException {
        MemberCheck.hasOnlyPlannedMembers(FILES);
        GeneratedCode code = GeneratedCode.of(FILES);
        BiFunction<Object, String, List<String>> parts = code.parts();
        for (Map.Entry<String, ToolCatalog> entry : CATALOGS.entrySet()) {
            for (ToolModel tool : entry.getValue().tools()) {
                Object instance = Class.forName(
                                entry.getKey() + "." + tool.name().className(), true, code)
                        .getConstructor()
                        .newInstance();
                assertThat(parts.apply(instance, arguments(tool))).isEqualTo(parts(tool));
            }
            Class.forName(entry.getKey() + ".HostileTools", true, code);
        }
        assertThat(System.getProperty(HostilePayloads.MARKER)).isNull();
    }

    @Test
    void everyFileStandsWhereOnlyItsToolsNameLeads() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(file.path())
                        .matches(
                                "hostile/[a-z0-9]+/[A-Za-z0-9]+\\.java|META-INF/toolsmith/hostile/([a-z]+/)?[a-z0-9_]+\\.json"
                                        + "|hostile-tools\\.(md|html)"));
    }

    @Test
    void jsonComesBackAsItWasPlanned() throws IOException {
        for (Map.Entry<String, ToolCatalog> entry : CATALOGS.entrySet()) {
            JsonNode listed = JSON.readTree(text(entry.getKey(), "/catalogue.json"));
            List<ToolModel> tools = entry.getValue().tools();
            assertThat(listed).hasSize(tools.size());
            for (int i = 0; i < tools.size(); i++) {
                assertThat(listed.get(i).path("title").textValue())
                        .isEqualTo(tools.get(i).title());
                assertThat(listed.get(i).path("description").textValue())
                        .isEqualTo(tools.get(i).description());
                assertThat(listed.get(i).path("inputSchema"))
                        .isEqualTo(tools.get(i).listed().node());
            }
        }
    }

    @Test
    void everyFileIsUtf8AndTheCatalogueHasOneToolALine() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(file.text()));
        CATALOGS.forEach(
                (name, catalog) -> assertThat(text(name, "/catalogue.json").lines())
                        .hasSize(catalog.tools().size() + 2));
    }

    @Test
    void theHtmlReferenceHasNoTagThatIsNotOurs() {
        for (String name : CATALOGS.keySet()) {
            Matcher tag = TAG.matcher(text(name, "hostile-tools.html"));
            while (tag.find()) {
                assertThat(tag.group()).matches(OUR_TAG);
            }
        }
    }

    @Test
    void theHtmlReferenceHasOneScriptWhichIsOurs() {
        String script = script(text(CATALOGS.keySet().iterator().next(), "hostile-tools.html"));
        assertThat(script).contains("addEventListener");
        for (String name : CATALOGS.keySet()) {
            String page = text(name, "hostile-tools.html");
            assertThat(page.split("<script", -1)).hasSize(2);
            assertThat(script(page)).isEqualTo(script);
        }
    }

    private static String script(String page) {
        return page.substring(page.indexOf("<script>"), page.indexOf("</script>"));
    }

    @Test
    void theMarkdownReferenceHasNoTagAndNoLink() {
        for (String name : CATALOGS.keySet()) {
            assertThat(text(name, "hostile-tools.md")).doesNotContain("<").doesNotContainPattern("(?<!\\\\)\\]\\(");
        }
    }

    private static void generate(String packageName, ObjectNode document, int fields) {
        combinations += fields;
        Diagnostics diagnostics = new Diagnostics();
        DescriptionSource source = new DescriptionSource("hostile.json", ascii(document));
        Optional<ToolCatalog> catalog = DescriptionReader.read(
                        List.of(source), List.of(), ReadLimits.DEFAULTS, diagnostics)
                .map(api -> ToolPlanner.plan(api, PlanOptions.forApp("hostile"), diagnostics));
        if (catalog.isEmpty()) {
            assertThat(diagnostics.all()).isNotEmpty();
            return;
        }
        CATALOGS.put(packageName, catalog.get());
        OUTPUT.put(packageName, new BundleEmitter(new EmitOptions(packageName, Optional.empty())).emit(catalog.get()));
        FILES.addAll(OUTPUT.get(packageName));
    }

    /** All characters beyond ASCII as escapes: half a surrogate pair can be written no other way. */
    private static byte[] ascii(ObjectNode document) {
        try {
            return JSON.writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(document)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String packageName, String pathEnd) {
        return OUTPUT.get(packageName).stream()
                .filter(file -> file.path().endsWith(pathEnd))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow();
    }

    private static String arguments(ToolModel tool) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        tool.bindings().forEach(binding -> arguments.put(binding.argument(), "given"));
        return new String(ascii(arguments), StandardCharsets.US_ASCII);
    }

    /** What a request of the tool must consist of. */
    private static List<String> parts(ToolModel tool) {
        List<String> parts = new ArrayList<>(List.of(tool.name().value(), tool.httpMethod(), tool.path()));
        tool.bindings().forEach(binding -> parameter(binding).ifPresent(parts::add));
        Comparator<BodyProperty> renamedLast =
                Comparator.comparing(each -> !each.argument().equals(each.property()));
        tool.bindings().stream()
                .filter(BodyProperty.class::isInstance)
                .map(BodyProperty.class::cast)
                .sorted(renamedLast)
                .forEach(each -> parts.add(each.property()));
        return parts;
    }

    private static Optional<String> parameter(ArgumentBinding binding) {
        if (binding instanceof PathArgument path) {
            return Optional.of(path.parameter());
        }
        if (binding instanceof QueryArgument query) {
            return Optional.of(query.parameter());
        }
        if (binding instanceof HeaderArgument header) {
            return Optional.of(header.parameter());
        }
        return binding instanceof CookieArgument cookie ? Optional.of(cookie.parameter()) : Optional.empty();
    }
}
