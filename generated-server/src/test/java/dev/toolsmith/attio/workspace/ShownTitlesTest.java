package dev.toolsmith.attio.workspace;

import static dev.toolsmith.attio.workspace.KnownWorkspace.attribute;
import static dev.toolsmith.attio.workspace.KnownWorkspace.choice;
import static dev.toolsmith.attio.workspace.KnownWorkspace.object;
import static dev.toolsmith.attio.workspace.KnownWorkspace.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles that cannot be shown as they are. */
class ShownTitlesTest {

    private static final List<String> TITLES = List.of(
            "Lead", "\uD83D\uDC69\u200D\uD83D\uDCBB Eng", "Melting \uD83E\uDEE0", "Two  spaces", "x".repeat(80));
    private static final String ALL = "\"Lead\", \"\uD83D\uDC69 \uD83D\uDCBB Eng\" = " + uuid(41) + ", \"Melting\" = "
            + uuid(42) + ", \"Two spaces\" = " + uuid(43) + ", \"" + "x".repeat(64) + "…\" = " + uuid(44) + ".";
    private static final String WRITE = "{\"record_id\": \"r\", \"data\": {\"values\": {\"stage\": \"%s\"}}}";
    private static final String RENAME =
            "{\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"stage\", \"status\": \"%s\"}";

    private final KnownWorkspace workspace = new KnownWorkspace()
            .with("objects", object(2, "deals", "Deals", "Deal"))
            .with("attributes objects deals", attribute(22, "stage", "Stage", "status", ""))
            .with(
                    "statuses objects deals stage",
                    choice("status", 40, TITLES.get(0), false),
                    choice("status", 41, TITLES.get(1), false),
                    choice("status", 42, TITLES.get(2), false),
                    choice("status", 43, TITLES.get(3), false),
                    choice("status", 44, TITLES.get(4), false));

    private Optional<String> written(String stage) throws Exception {
        return workspace
                .check("update_a_attio_deal_by_id", WRITE.formatted(stage))
                .refusal();
    }

    private Optional<String> named(String status) throws Exception {
        return workspace
                .check("update_a_attio_status_by_id", RENAME.formatted(status))
                .refusal();
    }

    @Test
    void haveTheirUuidsBesideThem() throws Exception {
        assertThat(written("?").orElseThrow()).contains(ALL);
        assertThat(named("?").orElseThrow()).contains(ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void areAcceptedAsTheyAreAndByTheirUuids(int index) throws Exception {
        for (String said : List.of(TITLES.get(index), uuid(40 + index))) {
            assertThat(written(said)).isEmpty();
            assertThat(named(said)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void areGuessedWithTheirUuids(int index) throws Exception {
        String shown = TITLES.get(index).replace("  ", " ").replace(" \uD83E\uDEE0", "");
        String guess = "Did you mean \"" + shown + "\" = " + uuid(40 + index) + "?";

        assertThat(written(shown).orElseThrow()).contains(guess);
        assertThat(named(shown).orElseThrow()).contains(guess);
    }
}
