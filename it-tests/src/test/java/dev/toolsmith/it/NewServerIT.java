package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Modules that {@code new-server} makes of other people's descriptions: each is built by a Maven of its own, started by
 * its jar, and called; what arrives at a stub is compared with what the description says.
 */
class NewServerIT {

    private static final Path FOLDER = Path.of("target/new-server").toAbsolutePath();
    private static final Path DESCRIPTIONS = Path.of("target/descriptions").toAbsolutePath();
    private static final int SAMPLE = 200;
    private static final long SEED = 20_261_122;

    private static BuiltRepository repository;

    @BeforeAll
    static void fetchDescriptionsAndFillTheRepository() throws IOException {
        CommandRun fetched = CommandRun.of(Node.command("descriptions.mjs", DESCRIPTIONS.toString()), Map.of(), "");
        assertThat(fetched.exit()).as(fetched.toString()).isZero();
        Files.createDirectories(FOLDER);
        repository = BuiltRepository.in(FOLDER);
    }

    @TestFactory
    Stream<DynamicContainer> modulesBuildListTheirToolsAndCallAsDescribed() {
        return Stream.of(
                        new Module("petstore-2.0.json", "petstore", ""),
                        new Module("petstore-3.0.yaml", "petstore", ""),
                        new Module("train-travel.yaml", "train_travel", ""),
                        // GitHub's description names no credential; its overlay says what everybody knows.
                        new Module("github.json", "github", """

                          - target: $.components
                            update: {securitySchemes: {token: {type: http, scheme: bearer}}}

                          - target: $
                            update: {security: [{token: []}]}
                        """))
                .map(Module::tests);
    }

    /** One module, from its description to its calls. */
    private static final class Module {

        private final String description;
        private final String app;
        private final String moreOverlay;
        private final Path folder;
        private final DescribedApi api;
        private final List<DescribedOperation> operations;
        private final Map<String, JsonNode> schemas = new HashMap<>();
        private final Map<String, String> toolsByOperation = new HashMap<>();
        private final List<AutoCloseable> open = new ArrayList<>();
        private RecordingStub stub;
        private Rpc rpc;

        Module(String description, String app, String moreOverlay) {
            this.description = description;
            this.app = app;
            this.moreOverlay = moreOverlay;
            this.folder = FOLDER.resolve(description.replaceFirst("\\.[a-z]+$", ""));
            DescribedApi published = DescribedApi.read(DESCRIPTIONS.resolve(description));
            this.api = moreOverlay.isEmpty() ? published : published.withBearerToken("token");
            this.operations = api.operations().stream()
                    .filter(each -> !each.isElsewhere())
                    .toList();
        }

        DynamicContainer tests() {
            Stream<DynamicTest> before = Stream.of(
                    DynamicTest.dynamicTest("is made", this::make),
                    DynamicTest.dynamicTest("builds", this::build),
                    DynamicTest.dynamicTest("lists a tool for every operation", this::list));
            Stream<DynamicTest> calls = sample().stream()
                    .map(operation -> DynamicTest.dynamicTest(operation.label(), () -> call(operation)));
            Stream<DynamicTest> after = Stream.of(DynamicTest.dynamicTest("ends", this::close));
            return DynamicContainer.dynamicContainer(
                    description, Stream.of(before, calls, after).flatMap(each -> each));
        }

        private List<DescribedOperation> sample() {
            List<DescribedOperation> shuffled = new ArrayList<>(operations);
            Collections.shuffle(shuffled, new Random(SEED));
            return shuffled.subList(0, Math.min(SAMPLE, shuffled.size()));
        }

        private void make() throws IOException {
            delete(folder);
            CommandRun run = repository.maven(
                    FOLDER,
                    "dev.toolsmith:toolsmith-maven-plugin:" + BuiltRepository.version() + ":new-server",
                    "-Dtoolsmith.spec=" + DESCRIPTIONS.resolve(description),
                    "-Dtoolsmith.outputDirectory=" + folder,
                    "-Dtoolsmith.app=" + app);
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(run.out()).contains("java -jar target/" + artifact() + ".jar http");
            if (!moreOverlay.isEmpty()) {
                Path overlay = folder.resolve("specs/" + app + ".overlay.yaml");
                Files.writeString(overlay, Files.readString(overlay) + moreOverlay);
            }
        }

        private void build() {
            // The developer's own credentials are none of the smoke test's business.
            String prefix = app.toUpperCase(Locale.ROOT);
            Map<String, String> mine = Map.of(
                    prefix + "_API_KEY_FILE",
                    folder.resolve("no-such-file").toString(),
                    "TOOLSMITH_TOOLS",
                    "no_such_tool");
            // An overlay that adds a credential changes what calls carry.
            CommandRun run = moreOverlay.isEmpty()
                    ? repository.maven(folder, mine, "package")
                    : repository.maven(folder, mine, "package", "-Dtoolsmith.accept");
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(run.out()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        }

        private void list() throws IOException {
            stub = RecordingStub.start();
            open.add(stub);
            String prefix = app.toUpperCase(Locale.ROOT);
            rpc = StdioRpc.to(ServerProcess.talking(
                    List.of(
                            Product.java(),
                            "-jar",
                            folder.resolve("target/" + artifact() + ".jar").toString(),
                            "stdio"),
                    Map.of(
                            prefix + "_BASE_URL",
                            stub.baseUrl() + api.basePath(),
                            prefix + "_API_KEY",
                            credential().text())));
            open.add(rpc);
            rpc.initialize();
            rpc.tools().forEach(tool -> schemas.put(tool.required("name").asString(), tool.required("inputSchema")));
            JsonNode lock = Json.parse(Files.readAllBytes(folder.resolve("tools.lock")));
            lock.at("/apps/" + app + "/tools")
                    .forEach(row -> toolsByOperation.put(
                            row.required("operation").asString(),
                            row.required("name").asString()));

            Set<String> labels = new TreeSet<>();
            operations.forEach(operation -> labels.add(operation.label()));
            assertThat(new TreeSet<>(toolsByOperation.keySet())).isEqualTo(labels);
            assertThat(schemas.keySet()).containsExactlyInAnyOrderElementsOf(toolsByOperation.values());
        }

        private void call(DescribedOperation operation) {
            String tool = toolsByOperation.get(operation.label());
            Random random = new Random(SEED + operation.label().hashCode());
            DescribedCall call = DescribedCall.of(operation, schemas.get(tool), new SampleValues(api, random));

            stub.taken();
            ToolAnswer answer = rpc.call(tool, call.arguments());

            List<RecordingStub.Sent> sent = stub.taken();
            assertThat(sent)
                    .as("%s %s\n%s", tool, call.arguments(), answer.message())
                    .hasSize(1);
            assertThat(call.problems(sent.get(0)))
                    .as("%s %s\n%s", tool, call.arguments(), sent.get(0))
                    .isEmpty();
            assertThat(credential().problems(operation, sent.get(0)))
                    .as("%s\n%s", tool, sent.get(0))
                    .isEmpty();
            assertThat(answer.failed()).as("%s %s", tool, answer.message()).isFalse();
        }

        private DescribedCredential credential() {
            return new DescribedCredential(api.schemes());
        }

        private String artifact() {
            return app.replace('_', '-') + "-mcp-server";
        }

        private void close() throws Exception {
            for (AutoCloseable each : open) {
                each.close();
            }
        }

        private static void delete(Path folder) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
