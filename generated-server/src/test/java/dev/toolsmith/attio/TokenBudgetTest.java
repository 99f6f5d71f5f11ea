package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.cli.ToolTokens;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tools cost a model, as {@code tools --tokens} tells it. */
class TokenBudgetTest {

    private static final int CORE = 20_000;
    private static final int READ_ONLY = 7_000;
    private static final int ONE_TOOL = 800;

    private static final Map<String, Integer> TOKENS = new ToolTokens().byTool(tools(false));

    private static BundleTools tools(boolean readOnly) {
        ToolSelection selection = new ToolSelection(List.of(), List.of(), List.of(), List.of(), readOnly);
        return BundleTools.of(List.of(new AttioTools()), selection);
    }

    private static int tokens(Collection<String> names) {
        return names.stream().mapToInt(TOKENS::get).sum();
    }

    @Test
    void theCoreToolsFit() {
        List<String> core = ListedTool.core(TOKENS.keySet());

        assertThat(core).hasSize(97);
        assertThat(tokens(core)).isBetween(10_000, CORE - 1);
    }

    @Test
    void theReadOnlyToolsOfTheCoreFit() {
        List<String> names =
                tools(true).tools().stream().map(ToolDescriptor::name).toList();
        List<String> readOnly = ListedTool.core(names);

        assertThat(readOnly).hasSize(48);
        assertThat(tokens(readOnly)).isBetween(3_000, READ_ONLY - 1);
    }

    @Test
    void noToolTakesTheRoomOfManyOthers() {
        assertThat(TOKENS)
                .hasSize(107)
                .allSatisfy((name, tokens) -> assertThat(tokens).as(name).isLessThan(ONE_TOOL));
    }
}
