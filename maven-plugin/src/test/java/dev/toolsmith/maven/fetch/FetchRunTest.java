package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.generator.read.ReadLimits;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API in three documents, as some are published, and what a run says of them. */
class FetchRunTest {

    private static final String[] NAMES = {"objects.yaml", "lists.yaml", "standard.yaml"};

    @TempDir
    private Path folder;

    private Publisher publisher;
    private FetchRun.Comparison comparison = FetchRun.TOOLS;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void publishThree() throws IOException {
        publisher = new Publisher();
        for (String name : NAMES) {
            publisher.publish("/" + name, Publisher.description(name, "get-" + name.replace(".yaml", "")));
        }
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void threeDocumentsArePinnedAndThenUnchanged() throws Exception {
        run(project());

        assertThat(told)
                .containsExactly(
                        "info toolsmith: objects.yaml is new: objects.yaml 1, 1 operation, 232 bytes, from "
                                + publisher.url("/objects.yaml"),
                        "info toolsmith: lists.yaml is new: lists.yaml 1, 1 operation, 226 bytes, from "
                                + publisher.url("/lists.yaml"),
                        "info toolsmith: standard.yaml is new: standard.yaml 1, 1 operation, 235 bytes, from "
                                + publisher.url("/standard.yaml"));
        assertThat(folder.resolve("specs")).isDirectoryContaining("glob:**/specs.lock");
        told.clear();
        run(project());
        assertThat(told)
                .containsExactly(
                        "info toolsmith: objects.yaml is unchanged",
                        "info toolsmith: lists.yaml is unchanged",
                        "info toolsmith: standard.yaml is unchanged");
    }

    @Test
    void whatChangedIsToldAsTheToolsThatTheProjectMakes() throws Exception {
        run(project());
        told.clear();
        publisher.publish("/lists.yaml", Publisher.description("lists.yaml", "get-lists", "get-entries"));
        publisher.publish("/standard.yaml", Publisher.description("standard.yaml", "get-records"));

        run(project());

        assertThat(told).contains("info toolsmith: objects.yaml is unchanged");
        assertThat(String.join("\n", told))
                .contains("info crm, from objects.yaml 1 to objects.yaml 1:")
                .contains("crm_get_standard")
                .contains("crm_get_records")
                .contains("crm_get_entries")
                .doesNotContain("crm_get_objects");
        assertThat(told.stream().filter(line -> line.startsWith("info crm, from")))
                .hasSize(1);
    }

    @Test
    void aDocumentThatIsNewToAnApiBringsItsTools() throws Exception {
        run(project(), List.of(source(NAMES[0]), source(NAMES[1])));
        told.clear();

        run(project());

        assertThat(String.join("\n", told)).contains("info crm, from ").contains("crm_get_standard");
    }

    @Test
    void withoutAnExecutionEachFileIsToldAlone() throws Exception {
        run(new MavenProject());
        told.clear();
        publisher.publish("/lists.yaml", Publisher.description("lists.yaml", "get-lists", "get-entries"));

        run(new MavenProject());

        assertThat(String.join("\n", told))
                .contains("info api, from lists.yaml 1 to lists.yaml 1:")
                .contains("api_get_entries");
    }

    @Test
    void oneThatFailsLeavesTheOthersAndFailsTheBuildAtTheEnd() throws Exception {
        publisher.remove("/lists.yaml");

        assertThatThrownBy(() -> run(project()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("toolsmith: 1 of 3 descriptions was not fetched");

        assertThat(told).contains("error " + publisher.url("/lists.yaml") + " answers 404");
        assertThat(folder.resolve("specs/objects.yaml")).exists();
        assertThat(folder.resolve("specs/lists.yaml")).doesNotExist();
        assertThat(folder.resolve("specs/standard.yaml")).exists();
        assertThat(Files.readString(folder.resolve("specs/specs.lock"))).contains("objects.yaml", "standard.yaml");
    }

    @Test
    void aComparisonThatFailsIsAWarningForItsApi() throws Exception {
        comparison = (before, now) -> {
            if (now.documents().get(0).endsWith("objects.yaml")) {
                throw new StackOverflowError();
            }
            if (now.documents().get(0).endsWith("lists.yaml")) {
                throw new IllegalStateException("odd");
            }
            return List.of("compared " + now.app());
        };

        run(new MavenProject());

        assertThat(told.subList(3, told.size()))
                .containsExactly(
                        "warn toolsmith: objects.yaml was fetched, but the tools of api cannot be compared:"
                                + " java.lang.StackOverflowError",
                        "warn toolsmith: lists.yaml was fetched, but the tools of api cannot be compared:"
                                + " java.lang.IllegalStateException: odd",
                        "info compared api");
    }

    @Test
    void twoSourcesForOneFileAreAMistake() {
        Source twice = source("objects.yaml");

        assertThatThrownBy(() -> run(project(), List.of(twice, twice)))
                .hasMessage("toolsmith: 1 of 2 descriptions was not fetched");
        assertThat(told).anySatisfy(line -> assertThat(line).contains("stands in two sources"));
    }

    private void run(MavenProject project) throws Exception {
        run(project, List.of(source(NAMES[0]), source(NAMES[1]), source(NAMES[2])));
    }

    private void run(MavenProject project, List<Source> sources) throws Exception {
        MavenProxies proxies = new MavenProxies(List.of());
        Download.Limits limits =
                new Download.Limits(ReadLimits.DEFAULTS.maxBytes(), Duration.ofSeconds(60), Duration.ofSeconds(60));
        Download download = new Download(Download.client(proxies).build(), proxies, limits, line -> {});
        new FetchRun(
                        new Fetcher(download, Clock.systemUTC(), false),
                        MavenSettings.access(folder, "<settings/>", Map.of()),
                        new ConfiguredApis(project, "api", "operationId"),
                        comparison,
                        new SystemStreamLog() {
                            @Override
                            public void info(CharSequence line) {
                                told.add("info " + line);
                            }

                            @Override
                            public void warn(CharSequence line) {
                                told.add("warn " + line);
                            }

                            @Override
                            public void error(CharSequence line) {
                                told.add("error " + line);
                            }
                        })
                .run(sources);
    }

    private Source source(String name) {
        return new Source(
                publisher.url("/" + name), folder.resolve("specs").resolve(name).toFile(), null, null);
    }

    private MavenProject project() throws IOException, XmlPullParserException {
        PluginExecution execution = new PluginExecution();
        execution.setGoals(List.of("generate"));
        execution.setConfiguration(Xpp3DomBuilder.build(new StringReader("<configuration><app>crm</app><specs>"
                + "<spec>specs/objects.yaml</spec><spec>" + folder.resolve("specs/lists.yaml") + "</spec>"
                + "<spec>specs/../specs/standard.yaml</spec></specs></configuration>")));
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.toolsmith");
        plugin.setArtifactId("toolsmith-maven-plugin");
        plugin.addExecution(execution);
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin);
        MavenProject project = new MavenProject(model);
        project.setFile(new File(folder.toFile(), "pom.xml"));
        return project;
    }
}
