package dev.toolsmith.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.compare.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeGroupTest {

    @Test
    void changesThatDifferInTheToolAloneAreOne() {
        List<ChangeGroup> groups =
                ChangeGroup.of(List.of(scopes("get", "What get needs (get)."), scopes("put", "What put needs (put).")));

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).tools()).containsExactly("get", "put");
        assertThat(groups.get(0).message()).isEqualTo("What the tool needs.");
    }

    @Test
    void aToolsNameInsideAnotherWordStays() {
        List<ChangeGroup> groups = ChangeGroup.of(
                List.of(scopes("get", "get: the target get_all"), scopes("put", "put: the target get_all")));

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).message()).isEqualTo("the target get_all");
    }

    @Test
    void changesThatSayDifferentThingsStayApart() {
        assertThat(ChangeGroup.of(List.of(scopes("get", "get reads"), scopes("put", "put writes"))))
                .hasSize(2)
                .extracting(ChangeGroup::message)
                .containsExactly("get reads", "put writes");
    }

    @Test
    void wholeToolsAreToldOneByOne() {
        assertThat(ChangeGroup.of(List.of(Diffs.removed("get"), Diffs.removed("put"))))
                .hasSize(2);
    }

    private static Change scopes(String tool, String message) {
        return new Change(Level.RISKY, ChangeKind.SCOPES_CHANGED, tool, "", "", "x:read", message, Optional.empty());
    }
}
