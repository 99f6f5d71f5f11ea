package dev.toolsmith.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.fixture.SampleContext;
import dev.toolsmith.runtime.tool.CallClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryContextTest {

    private final ServerContext plain = new SampleContext(true);
    private final ServerContext context = new DiscoveryContext(plain);

    @Test
    void promptsBeginWithHowTheirToolsAreCalled() {
        String name = plain.prompts().get(0).name();
        PromptText before =
                plain.prompt(name, Map.of("what", "x"), CallClient.NONE).join();
        PromptText told =
                context.prompt(name, Map.of("what", "x"), CallClient.NONE).join();

        assertThat(told.messages()).hasSize(before.messages().size() + 1);
        assertThat(new String(told.messages().get(0).content(), StandardCharsets.UTF_8))
                .contains("get_tool_schema", "called by call_tool.");
        assertThat(told.messages().get(1).content())
                .isEqualTo(before.messages().get(0).content());
    }

    @Test
    void allElseIsAsItWas() {
        assertThat(context.isEmpty()).isEqualTo(plain.isEmpty());
        assertThat(context.hasPrompts()).isEqualTo(plain.hasPrompts());
        assertThat(context.prompts()).isEqualTo(plain.prompts());
        assertThat(context.templates()).isEqualTo(plain.templates());
        assertThat(context.resources().join()).isEqualTo(plain.resources().join());
        assertThat(context.changes()).isEqualTo(plain.changes());
    }
}
