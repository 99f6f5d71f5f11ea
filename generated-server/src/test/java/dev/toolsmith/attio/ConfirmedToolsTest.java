package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.upstream.Confirmation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConfirmedToolsTest {

    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());

    private Set<String> asked(Confirmation confirmation) {
        return tools.tools().stream()
                .map(tool -> tools.find(tool.name()).orElseThrow())
                .filter(confirmation::asksFor)
                .map(BundledTool::name)
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsAskedForAgreesWithWhatClientsAreTold() {
        Set<String> destructive = asked(Confirmation.DESTRUCTIVE);
        Set<String> writes = asked(Confirmation.WRITES);

        assertThat(ListedTool.all()).hasSize(107).allSatisfy((name, tool) -> {
            JsonNode told = tool.json().required("annotations");
            assertThat(destructive.contains(name))
                    .as(name)
                    .isEqualTo(told.required("destructiveHint").asBoolean());
            assertThat(writes.contains(name))
                    .as(name)
                    .isNotEqualTo(told.required("readOnlyHint").asBoolean());
        });
        assertThat(asked(Confirmation.NEVER)).isEmpty();
        assertThat(writes).containsAll(destructive);
    }

    @Test
    void everythingThatDeletesIsDestructiveAndNothingThatOnlyAdds() {
        Set<String> destructive = asked(Confirmation.DESTRUCTIVE);

        for (BundledTool tool : tools.tools().stream()
                .map(each -> tools.find(each.name()).orElseThrow())
                .toList()) {
            if (tool.descriptor().method().equals("DELETE")) {
                assertThat(destructive).contains(tool.name());
            }
            if (tool.descriptor().kind().equals("create")) {
                assertThat(destructive).doesNotContain(tool.name());
            }
        }
        assertThat(destructive).hasSizeGreaterThanOrEqualTo(14);
    }
}
