package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Attio's own description in place of the project's: with the overlay the same tools, without it one per operation. */
class AttioDescriptionIT {

    @TempDir
    private static Path folder;

    private static EchoUpstream upstream;
    private static RecordingProxy recorder;
    private static Connection ours;
    private static Connection theirs;

    @BeforeAll
    static void start() {
        Path snapshot = Snapshot.path();
        upstream = EchoUpstream.start();
        recorder = RecordingProxy.before(upstream.baseUrl());
        Path overlay = Product.repository().resolve("specs/attio/attio.overlay.yaml");
        theirs = OtherServer.of(folder.resolve("with-overlay"), snapshot, List.of(overlay), "path")
                .connect(recorder.baseUrl());
        ours = new Server("kernel", "stdio")
                .connect(recorder.baseUrl(), Product.published(Map.of("ATTIO_API_KEY", "unused")));
    }

    @AfterAll
    static void stop() {
        Stream.of(theirs, ours).filter(Objects::nonNull).forEach(Connection::close);
        if (recorder != null) {
            recorder.close();
            upstream.close();
        }
    }

    @Test
    void theOverlayMakesTheSameToolsOfBoth() {
        assertThat(names(theirs)).isEqualTo(names(ours));
    }

    @TestFactory
    Stream<DynamicTest> theOverlayMakesTheSameRequestsOfBoth() {
        return ValidCall.table().stream()
                .flatMap(call -> Stream.of(call, call.withArrays()))
                .map(call -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> {
                    JsonNode arguments = RefusedCall.plain(call.template());
                    assertThat(sentBy(theirs, call.tool(), arguments)).isEqualTo(sentBy(ours, call.tool(), arguments));
                }));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"attio-api-2026-01.json, 66", "attio-api-2025-09.json, 57"})
    void withoutTheOverlayEveryOperationIsATool(String description, int operations) {
        Path file = Snapshot.path().resolveSibling(description);
        assumeTrue(Files.isRegularFile(file), "Not run: no " + description + " beside the one named");
        OtherServer bare = OtherServer.of(folder.resolve(description), file, List.of(), "operationId");
        assertThat(bare.tools()).isEqualTo(operations);
        try (Connection connection = bare.connect(recorder.baseUrl())) {
            assertThat(connection.rpc().tools()).hasSize(operations);
        }
    }

    private static List<String> names(Connection connection) {
        return connection.rpc().tools().stream()
                .map(tool -> tool.required("name").asString())
                .toList();
    }

    /** The one request that a call makes, byte for byte. */
    private static String sentBy(Connection server, String tool, JsonNode arguments) {
        int before = recorder.count();
        ToolAnswer answer = server.rpc().call(tool, arguments);
        List<Exchange> sent = new ArrayList<>(recorder.exchanges().subList(before, recorder.count()));
        assertThat(sent).as(answer.message().toString()).hasSize(1);
        return sent.get(0).line() + " " + sent.get(0).headers().get("Content-type");
    }
}
