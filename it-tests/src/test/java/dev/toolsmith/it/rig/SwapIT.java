package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.it.CommandRun;
import dev.toolsmith.it.OtherBundle;
import dev.toolsmith.it.Product;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tools of an app are replaced while many clients call them. */
@Tag("rig")
@Timeout(300)
final class SwapIT {

    private static final int CLIENTS = 16;
    private static final int SWAPS = 10;
    private static final int WORKSPACES = 4;
    private static final List<String> BOTH = List.of("list_all_attio_me", "list_all_attio_notes", Tool.READ.id());
    private static final Pattern LOADERS =
            Pattern.compile("(\\d+)\\s+\\d+\\s+dev\\.toolsmith\\.runtime\\.bundle\\.BundleLoader\\s");

    @TempDir
    private Path folder;

    @Test
    void noCallFailsWhileTheBundleIsReplacedTenTimesButOfTheToolThatIsGone() throws IOException {
        Path place = folder.resolve("attio.jar");
        OtherBundle with = variant("with", true);
        OtherBundle without = variant("without", false);
        with.moveTo(place);
        try (Rig rig = Rig.serving(WORKSPACES, folder, place)) {
            Set<String> versions = new HashSet<>(Set.of(newest(rig)));
            AtomicBoolean swapped = new AtomicBoolean();
            CompletableFuture<Void> calling = rig.driver(CLIENTS)
                    .start(() -> !swapped.get(), client -> (connection, turn) -> {
                        connection.call(rig.endpoint(client), turn % 4 == 0 ? Tool.WRITE : Tool.READ);
                    });
            try {
                for (int i = 0; i < SWAPS; i++) {
                    versions.add(replaced(rig, place, i % 2 == 0 ? without : with, i % 3 == 0));
                }
            } finally {
                swapped.set(true);
            }
            Waiting.on(calling, "the last client's last answer");
            assertThat(versions).hasSize(2);
            checkCalls(rig);
            checkTrail(rig);
            checkLoaders(rig);
            rig.finish();
        }
    }

    private OtherBundle variant(String name, boolean writes) {
        List<String> tools = new ArrayList<>(BOTH);
        if (writes) {
            tools.add(Tool.WRITE.id());
        }
        Path specs = Product.repository().resolve("specs").resolve("attio");
        return OtherBundle.of(
                folder.resolve(name),
                new CatalogueRequest(
                        List.of(specs.resolve("attio.openapi.yaml")),
                        List.of(specs.resolve("attio.overlay.yaml")),
                        "attio",
                        "path",
                        tools,
                        List.of()));
    }

    /** Puts a jar in place while clients call; the version that is served then. */
    private static String replaced(Rig rig, Path place, OtherBundle next, boolean bySignal) {
        String before = newest(rig);
        int calls = rig.log().calls().size();
        Waiting.until(() -> rig.log().calls().size() > calls + CLIENTS, "calls of the version before");
        next.moveTo(place);
        if (bySignal) {
            rig.hosted().signal("HUP");
        }
        Waiting.until(() -> !newest(rig).equals(before), "the other version");
        return newest(rig);
    }

    private static String newest(Rig rig) {
        JsonNode versions =
                rig.management().send("GET", "/api/v1/apps", "").ok().at("/data/0/versions");
        for (JsonNode version : versions) {
            if (version.required("newest").asBoolean()) {
                return version.required("digest").asString();
            }
        }
        throw new AssertionError("No version is the newest: " + versions);
    }

    private static void checkCalls(Rig rig) {
        List<Call> calls = rig.log().calls();
        List<Call> failed =
                calls.stream().filter(call -> !call.hasItsOwnResult()).toList();
        assertThat(failed).allMatch(call -> call.tool() == Tool.WRITE);
        assertThat(failed)
                .allMatch(call -> call.answer().kind() == Answer.Kind.RPC_ERROR
                        && call.answer().text().contains(Tool.WRITE.id()));
        List<Call> written = calls.stream()
                .filter(call -> call.tool() == Tool.WRITE && call.hasItsOwnResult())
                .toList();
        assertThat(failed).isNotEmpty();
        assertThat(written).isNotEmpty();
        assertThat(calls).hasSizeGreaterThan(CLIENTS * SWAPS);
        long arrived = rig.stub().journal().stream()
                .filter(arrival -> !arrival.asksForSelf())
                .count();
        assertThat(arrived).isEqualTo(calls.size() - failed.size());
    }

    private static void checkTrail(Rig rig) {
        AuditTrail trail = rig.settled();
        List<AuditEntry> swaps = trail.entries().stream()
                .filter(row -> row.kind().equals("bundle.changed"))
                .toList();
        assertThat(swaps).hasSize(SWAPS);
        assertThat(swaps).allMatch(row -> row.event().path("actor").asString("").equals("system"));
        for (int i = 0; i < SWAPS; i++) {
            JsonNode detail = swaps.get(i).event().required("detail");
            assertThat(detail.required("tools_removed").asString()).isEqualTo(i % 2 == 0 ? "1" : "0");
            assertThat(detail.required("tools_added").asString()).isEqualTo(i % 2 == 0 ? "0" : "1");
        }
        long refused = trail.entries().stream()
                .filter(row -> row.isRefusal() && row.reason().equals("unknown_tool"))
                .count();
        long failed = rig.log().calls().stream()
                .filter(call -> !call.hasItsOwnResult())
                .count();
        assertThat(refused).isEqualTo(failed);
    }

    /** The class loaders of versions that nobody uses any more are given back. */
    private static void checkLoaders(Rig rig) {
        Waiting.until(() -> loaders(rig) <= 2, "the class loaders of replaced bundles are gone");
    }

    /** How many there are; one at least, since a jar is served. */
    private static int loaders(Rig rig) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assertThat(Files.isExecutable(jcmd)).as(jcmd.toString()).isTrue();
        CommandRun run = CommandRun.of(
                List.of(jcmd.toString(), Long.toString(rig.hosted().process().pid()), "GC.class_histogram"),
                Map.of(),
                "");
        assertThat(run.exit()).as(run.toString()).isZero();
        Matcher found = LOADERS.matcher(run.out());
        assertThat(found.find()).as("A line like " + LOADERS).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
