package dev.toolsmith.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "attio.api-key=")
class LeadTriageTest {

    @LocalServerPort
    private int port;

    private McpSyncClient client;

    @BeforeEach
    void connect() {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .build();
        client.initialize();
    }

    @AfterEach
    void disconnect() {
        client.closeGracefully();
    }

    @Test
    void theGeneratedToolsAreSpringAisTools() {
        List<Tool> tools = client.listTools().tools();

        assertThat(tools).hasSizeGreaterThan(90);
        assertThat(tools)
                .extracting(Tool::name)
                .contains("list_all_attio_lists", "attio_companies_assert", "attio_entries_assert");
    }

    @Test
    void aModelPutsALeadOnItsList() {
        ScriptedModel model = new ScriptedModel();
        List<JsonNode> answers = new ArrayList<>();
        for (Optional<ScriptedModel.Step> step = model.next(answers); step.isPresent(); step = model.next(answers)) {
            CallToolResult result = call(step.get().tool(), step.get().arguments());
            assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
            answers.add(JsonMapper.shared().readTree(text(result)));
        }

        JsonNode entry = answers.get(2).path("data");
        assertThat(entry.at("/entry_values/status/0/status/title").asString()).isEqualTo("New Lead");
        assertThat(entry.path("parent_record_id").asString())
                .isEqualTo(answers.get(1).at("/data/id/record_id").asString());
    }

    @Test
    void aModelIsToldWhichArgumentIsMissing() {
        CallToolResult result = call("attio_companies_assert", Map.of("matching_attribute", "domains"));

        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains("data").contains("Nothing was sent.");
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }
}
