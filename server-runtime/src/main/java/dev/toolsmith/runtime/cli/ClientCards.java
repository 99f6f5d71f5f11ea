package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What to paste into clients so that they use a server. */
final class ClientCards {

    private static final String HEADER = "Authorization: Bearer $TOOLSMITH_HTTP_TOKEN";

    private ClientCards() {}

    /**
     * One card a client.
     *
     * @param app what clients may call the server
     * @param withToken whether callers must send a token, which is never printed
     */
    static String of(ServerIdentity identity, String app, int tools, URI url, boolean withToken) {
        String headers = withToken ? ",\"headers\":{\"Authorization\":\"Bearer TOKEN\"}" : "";
        String config = "{\"url\":\"" + url + "\"" + headers + "}";
        String vsCode = "{\"name\":\"" + app + "\",\"type\":\"http\",\"url\":\"" + url + "\"" + headers + "}";
        StringBuilder text = new StringBuilder();
        text.append(identity.name()).append(' ').append(identity.version());
        text.append(": ").append(tools).append(" tools at ").append(url).append("\n\n");
        card(
                text,
                "Claude Code",
                "claude mcp add --transport http " + app + " " + url
                        + (withToken ? " --header \"" + HEADER + "\"" : ""));
        card(text, "Claude", "Settings > Connectors > Add custom connector > URL: " + url);
        card(
                text,
                "",
                "or, where only commands are taken: npx -y mcp-remote " + url
                        + (withToken ? " --header \"" + HEADER + "\"" : ""));
        card(text, "Cursor", "~/.cursor/mcp.json: {\"mcpServers\":{\"" + app + "\":" + config + "}}");
        card(
                text,
                "",
                "or open: cursor://anysphere.cursor-deeplink/mcp/install?name=" + app + "&config="
                        + Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8)));
        card(text, "VS Code", "code --add-mcp '" + vsCode + "'");
        card(text, "", "or open: vscode:mcp/install?" + URLEncoder.encode(vsCode, StandardCharsets.UTF_8));
        card(
                text,
                "ChatGPT",
                "Plugins > + > Add custom MCP server > Server URL: " + url
                        + (withToken
                                ? " (it cannot send a token: put a proxy before this server)"
                                : ", No authentication"));
        card(
                text,
                "LangChain",
                "new MultiServerMCPClient({mcpServers: {" + app + ": {transport: \"http\", url: \"" + url + "\""
                        + (withToken ? ", headers: {Authorization: \"Bearer TOKEN\"}" : "") + "}}})");
        card(text, "", "Claude and ChatGPT on the web reach a server only at a public https address (--public-url).");
        return text.append('\n').toString();
    }

    private static void card(StringBuilder text, String client, String what) {
        text.append(client)
                .append(" ".repeat(13 - client.length()))
                .append(what)
                .append('\n');
    }
}
