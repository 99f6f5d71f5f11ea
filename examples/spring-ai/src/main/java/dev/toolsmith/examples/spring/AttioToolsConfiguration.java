package dev.toolsmith.examples.spring;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import dev.toolsmith.sdk.SdkTools;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import java.util.List;
import org.springframework.ai.mcp.customizer.McpSyncServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hands the generated tools to Spring AI's MCP server. */
@Configuration
class AttioToolsConfiguration {

    @Bean
    BundleTools attioTools() {
        return BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    }

    @Bean(destroyMethod = "close")
    UpstreamCaller attioCaller(BundleTools tools, AttioAccount account) {
        return UpstreamCaller.of(tools, UpstreamSettings.of("attio", account.endpoint(), "spring-crm/0.1.0"));
    }

    /** Spring AI collects the tool specifications of every such bean. */
    @Bean
    List<SyncToolSpecification> attioToolSpecifications(BundleTools tools, UpstreamCaller caller) {
        return SdkTools.of(tools, caller).sync();
    }

    /**
     * Lets the tools check their arguments themselves: the SDK knows only the listed schemas, and would answer before them.
     * Stands in place of Spring AI's own customizer, which sets immediate execution alone.
     */
    @Bean
    @Primary
    McpSyncServerCustomizer toolsCheckTheirArguments() {
        return server -> server.validateToolInputs(false).immediateExecution(true);
    }

    /** Spring AI's mapper for messages, by its name: decimals reach the API as the client wrote them. */
    @Bean(name = "mcpServerJsonMapper", defaultCandidate = false)
    JsonMapper mcpServerJsonMapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }
}
