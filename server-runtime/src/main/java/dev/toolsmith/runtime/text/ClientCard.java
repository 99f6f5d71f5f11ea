package dev.toolsmith.runtime.text;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One way to make a client use a server over HTTP.
 *
 * @param client the client's name; {@link #OTHERS} for a way that is not of one client
 * @param kind what is done with it
 * @param before what is to be done, up to what is copied; may be empty
 * @param copy what is copied, run or opened; holds the URL
 * @param after what else there is to say; may be empty
 */
public record ClientCard(String client, Kind kind, String before, String copy, String after) {

    /** Clients that only start commands. */
    public static final String OTHERS = "other clients";

    private static final String CHATGPT = "Plugins > + > Add custom MCP server > Server URL: ";
    private static final String CHATGPT_TOKEN = " (it cannot send a token: put a proxy before this server)";

    /** What is done with a card's text. */
    public enum Kind {
        /** It is pasted where the client asks for it. */
        PASTE,
        /** It is run in a terminal. */
        COMMAND,
        /** It is put into a file. */
        FILE,
        /** It is opened as a link. */
        LINK,
        /** It is a part of a program. */
        CODE
    }

    /**
     * The cards of all clients that people use.
     *
     * @param app what clients may call the server
     * @param url where it is; may hold a secret, which stands in every card then, in links too
     * @param withToken whether callers must send a token
     * @param shellToken what stands for the token in commands; everywhere else {@code TOKEN} does
     */
    public static List<ClientCard> of(String app, URI url, boolean withToken, String shellToken) {
        String at = url.toString();
        String headers = withToken ? ",\"headers\":{\"Authorization\":\"Bearer TOKEN\"}" : "";
        String option = withToken ? " --header \"Authorization: Bearer " + shellToken + "\"" : "";
        String config = "{\"url\":\"" + at + "\"" + headers + "}";
        String vsCode = "{\"name\":\"" + app + "\",\"type\":\"http\",\"url\":\"" + at + "\"" + headers + "}";
        String cursorLink = "cursor://anysphere.cursor-deeplink/mcp/install?name=" + app + "&config="
                + Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8));
        String code = "new MultiServerMCPClient({mcpServers: {" + app + ": {transport: \"http\", url: \"" + at + "\""
                + (withToken ? ", headers: {Authorization: \"Bearer TOKEN\"}" : "") + "}}})";
        return List.of(
                plain("Claude Code", Kind.COMMAND, "claude mcp add --transport http " + app + " " + at + option),
                of("Claude", Kind.PASTE, "Settings > Connectors > Add custom connector > URL: ", at),
                of(OTHERS, Kind.COMMAND, "or, where only commands are taken: ", "npx -y mcp-remote " + at + option),
                of("Cursor", Kind.FILE, "~/.cursor/mcp.json: ", "{\"mcpServers\":{\"" + app + "\":" + config + "}}"),
                of("Cursor", Kind.LINK, "or open: ", cursorLink),
                plain("VS Code", Kind.COMMAND, "code --add-mcp '" + vsCode + "'"),
                of("VS Code", Kind.LINK, "or open: ", "vscode:mcp/install?" + encoded(vsCode)),
                new ClientCard("ChatGPT", Kind.PASTE, CHATGPT, at, withToken ? CHATGPT_TOKEN : ", No authentication"),
                plain("LangChain", Kind.CODE, code));
    }

    private static ClientCard of(String client, Kind kind, String before, String copy) {
        return new ClientCard(client, kind, before, copy, "");
    }

    private static ClientCard plain(String client, Kind kind, String copy) {
        return new ClientCard(client, kind, "", copy, "");
    }

    /** As a link holds it, where a plus sign is no blank. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return client + ", " + kind;
    }
}
