package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.runtime.text.ClientCard;
import dev.toolsmith.runtime.text.ClientCard.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How each client is made to use a server. */
final class ClientGuide {

    private static final String OTHERS = "Other clients";
    private static final List<String> ORDER = List.of("ChatGPT", "Claude", "Claude Code", "Cursor", "VS Code");
    private static final int LONGEST_WORD = 32;

    private ClientGuide() {}

    /** One client and the ways to it. */
    record Client(String name, List<Snippet> snippets) {}

    /**
     * One way to make a client use the server.
     *
     * @param id names the text in the page
     * @param before what is to be done with it
     * @param text what is copied or opened
     * @param after what else there is to say; may be empty
     * @param isLink whether it is opened, not copied
     */
    record Snippet(String id, String before, String text, String after, boolean isLink) {}

    /** The clients that people use most, and a way for all others. */
    static List<Client> of(HostedServer server, String app, URI url) {
        boolean withToken = server.config().requireApiTokenAuth();
        Map<String, List<Snippet>> byClient = new LinkedHashMap<>();
        ORDER.forEach(name -> byClient.put(name, new ArrayList<>()));
        byClient.put(OTHERS, new ArrayList<>());
        for (ClientCard card : ClientCard.of(word(server.name(), app), url, withToken, "TOKEN")) {
            String name = card.client().equals(ClientCard.OTHERS) ? OTHERS : card.client();
            if (byClient.containsKey(name)) {
                List<Snippet> snippets = byClient.get(name);
                snippets.add(snippet(id(name, snippets.size()), card));
            }
        }
        List<Snippet> others = byClient.get(OTHERS);
        others.add(new Snippet(
                id(OTHERS, others.size()), "List the tools from a terminal:", curl(url, withToken), "", false));
        List<Client> clients = new ArrayList<>();
        byClient.forEach((name, snippets) -> clients.add(new Client(name, List.copyOf(snippets))));
        return List.copyOf(clients);
    }

    private static Snippet snippet(String id, ClientCard card) {
        String before = switch (card.kind()) {
            case COMMAND ->
                card.client().equals(ClientCard.OTHERS)
                        ? "For clients that only start commands:"
                        : "Run in a terminal:";
            case LINK -> "";
            case FILE -> "Put into " + card.before().strip();
            case PASTE, CODE -> card.before().strip();
        };
        String after = card.after().replaceFirst("^, ", "").strip();
        return new Snippet(id, before, card.copy(), after, card.kind() == Kind.LINK);
    }

    private static String curl(URI url, boolean withToken) {
        String token = withToken ? " -H 'Authorization: Bearer TOKEN'" : "";
        return "curl -s " + url + " -H 'Content-Type: application/json'"
                + " -H 'Accept: application/json, text/event-stream'" + token
                + " -d '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}'";
    }

    private static String id(String client, int number) {
        return client.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number;
    }

    /** What clients call the server: a plain word, as it stands in commands, links and files. */
    private static String word(String name, String app) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain;
        String end = cut.replaceAll("-+$", "");
        return end.isEmpty() ? app : app + "-" + end;
    }
}
