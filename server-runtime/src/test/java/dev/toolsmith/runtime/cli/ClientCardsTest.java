package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ClientCardsTest {

    private static final ServerIdentity IDENTITY = new ServerIdentity("shop-mcp-server", "0.1.0", "");
    private static final URI URL = URI.create("http://127.0.0.1:8080/mcp");

    @Test
    void everyClientHasALineToPaste() {
        assertThat(ClientCards.of(IDENTITY, "shop", "3 tools", URL, false))
                .startsWith("shop-mcp-server 0.1.0: 3 tools at http://127.0.0.1:8080/mcp\n\n")
                .contains("Claude Code  claude mcp add --transport http shop http://127.0.0.1:8080/mcp\n")
                .contains(
                        "Cursor       ~/.cursor/mcp.json: {\"mcpServers\":{\"shop\":{\"url\":\"http://127.0.0.1:8080/mcp\"}}}\n")
                .contains(
                        "code --add-mcp '{\"name\":\"shop\",\"type\":\"http\",\"url\":\"http://127.0.0.1:8080/mcp\"}'")
                .contains("ChatGPT ", "LangChain ", "Claude  ");
    }

    @Test
    void aTokenIsNamedButNeverShown() {
        assertThat(ClientCards.of(IDENTITY, "shop", "3 tools", URL, true))
                .contains("--header \"Authorization: Bearer $TOOLSMITH_HTTP_TOKEN\"")
                .contains("\"headers\":{\"Authorization\":\"Bearer TOKEN\"}");
    }
}
