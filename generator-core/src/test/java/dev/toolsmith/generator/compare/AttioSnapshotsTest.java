package dev.toolsmith.generator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two descriptions that Attio published, which are no part of this project: what changed from September 2025 to January
 * 2026. The facts below were found by another program, which compares the documents themselves.
 */
class AttioSnapshotsTest {

    private static final String BEFORE = "attio-api-2025-09.json";
    private static final String AFTER = "attio-api-2026-01.json";

    private static Path folder;
    private static CatalogueDiff diff;

    @BeforeAll
    static void compare() {
        Path found = Optional.ofNullable(System.getenv("ATTIO_SNAPSHOT"))
                .map(file -> Path.of(file).toAbsolutePath().getParent())
                .orElse(Path.of("..", "..", "shared", "openapi"));
        assumeTrue(
                Files.isRegularFile(found.resolve(BEFORE)) && Files.isRegularFile(found.resolve(AFTER)),
                "Not run: " + BEFORE + " and " + AFTER + " are not in " + found
                        + "; set ATTIO_SNAPSHOT to one of them in the folder of both");
        folder = found;
        diff = CatalogueComparison.between(catalogue(BEFORE), catalogue(AFTER));
    }

    @Test
    void nineOperationsWereAddedAndNoneIsGone() {
        assertThat(of(ChangeKind.TOOL_ADDED).map(Change::after))
                .containsExactlyInAnyOrder(
                        "GET /v2/meetings",
                        "POST /v2/meetings",
                        "GET /v2/meetings/{meeting_id}",
                        "GET /v2/meetings/{meeting_id}/call_recordings",
                        "POST /v2/meetings/{meeting_id}/call_recordings",
                        "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}",
                        "DELETE /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}",
                        "GET /v2/meetings/{meeting_id}/call_recordings/{call_recording_id}/transcript",
                        "POST /v2/objects/records/search");
        assertThat(of(ChangeKind.TOOL_REMOVED)).isEmpty();
        assertThat(of(ChangeKind.TOOL_RENAMED)).isEmpty();
    }

    @Test
    void everyChangedArgumentIsNamed() {
        assertThat(diff.changes().stream()
                        .filter(change -> change.kind().isOfArguments())
                        .map(change -> String.join(
                                " ", change.level().word(), change.kind().word(), change.tool(), change.argument())))
                .containsExactlyInAnyOrder(
                        "breaking argument-narrowed attio_entries_assert /data/entry_values/*",
                        "breaking argument-narrowed attio_entries_overwrite /data/entry_values/*",
                        "breaking argument-narrowed create_a_attio_entry /data/entry_values/*",
                        "breaking argument-narrowed update_a_attio_entry_by_id /data/entry_values/*",
                        "breaking argument-narrowed attio_records_assert /data/values/*",
                        "breaking argument-narrowed attio_records_overwrite /data/values/*",
                        "breaking argument-narrowed create_a_attio_record /data/values/*",
                        "breaking argument-narrowed update_a_attio_record_by_id /data/values/*",
                        "breaking argument-changed create_a_attio_attribute /data/config/currency/default_currency_code",
                        "breaking argument-changed update_a_attio_attribute_by_id"
                                + " /data/config/currency/default_currency_code",
                        "breaking argument-narrowed create_a_attio_task /data/content",
                        "safe argument-added create_a_attio_attribute /data/relationship",
                        "safe argument-added create_a_attio_note /data/meeting_id",
                        "safe argument-widened create_a_attio_webhook /data/subscriptions/*/event_type",
                        "safe argument-widened update_a_attio_webhook_by_id /data/subscriptions/*/event_type",
                        // Country codes, in alternatives of values.
                        "safe argument-widened create_a_attio_task /data/linked_records/*/"
                                + "[slug_or_id_of_matching_attribute]/*/country_code",
                        "safe argument-widened update_a_attio_task_by_id /data/linked_records/*/"
                                + "[slug_or_id_of_matching_attribute]/*/country_code",
                        "safe argument-widened create_a_attio_attribute /data/default_value/template/*/country_code",
                        "safe argument-widened create_a_attio_attribute /data/default_value/template/*/"
                                + "[slug_or_id_of_matching_attribute]/*/country_code",
                        "safe argument-widened update_a_attio_attribute_by_id"
                                + " /data/default_value/template/*/country_code",
                        "safe argument-widened update_a_attio_attribute_by_id /data/default_value/template/*/"
                                + "[slug_or_id_of_matching_attribute]/*/country_code");
    }

    @Test
    void valuesThatCameAndWentAreNamed() {
        assertThat(of(ChangeKind.ARGUMENT_CHANGED).map(change -> change.before() + " > " + change.after()))
                .containsOnly("one of 33 values with BEL > one of 38 values with ARS, BGN, CLP, RWF, THB, UYU");
        assertThat(of(ChangeKind.ARGUMENT_NARROWED).map(change -> change.before() + " > " + change.after()))
                .containsOnly("anything > array", "string > at most 2000 characters");
    }

    @Test
    void everyOperationThatTheEarlierOneHasNeedsItsScopesNow() {
        assertThat(of(ChangeKind.SCOPES_CHANGED))
                .hasSize(55)
                .allSatisfy(change -> assertThat(change.level()).isEqualTo(Level.RISKY));
        assertThat(of(ChangeKind.SECURITY_CHANGED).map(Change::after))
                .containsExactly("oauth2: oauth2 (authorizationCode)");
    }

    @Test
    void fromTheLaterToTheEarlierNineToolsAreGone() {
        CatalogueDiff back = CatalogueComparison.between(catalogue(AFTER), catalogue(BEFORE));

        assertThat(back.changes())
                .filteredOn(change -> change.kind() == ChangeKind.TOOL_REMOVED)
                .hasSize(9)
                .allSatisfy(change -> assertThat(change.level()).isEqualTo(Level.BREAKING));
    }

    private static Stream<Change> of(ChangeKind kind) {
        return diff.changes().stream().filter(change -> change.kind() == kind);
    }

    private static ToolCatalog catalogue(String file) {
        return ToolGenerator.catalogue(CatalogueRequest.of(folder.resolve(file), "attio", "path"))
                .catalogue()
                .orElseThrow();
    }
}
