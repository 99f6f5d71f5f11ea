package dev.toolsmith.attio.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final Rehearsal rehearsal = new Rehearsal(new AttioWorkspaces(), tools);

    @Test
    void callsAreCheckedByAllThatIsKnown() {
        assertThat(rehearsal.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.gap()).isEmpty())
                .extracting(CheckedCall::refusal)
                .allSatisfy(refusal -> assertThat(refusal)
                        .hasValueSatisfying(text -> assertThat(text).contains("note")));
    }

    @Test
    void toolsAreListedByAllThatIsKnown() {
        Listing listing = rehearsal.listing();
        assertThat(new String(listing.tools().bytes(), StandardCharsets.UTF_8)).contains("leads", "Good");
        assertThat(listing.meta()).isEmpty();
    }

    @Test
    void itTakesFewToolsAsWell() {
        ToolSelection one =
                new ToolSelection(List.of(), List.of(), List.of("list_all_attio_records"), List.of(), false);
        BundleTools few = BundleTools.of(List.of(new AttioTools()), one);
        new AttioWorkspaces().prepare(few);
        assertThat(new Rehearsal(new AttioWorkspaces(), few).calls()).hasSize(1);
    }
}
