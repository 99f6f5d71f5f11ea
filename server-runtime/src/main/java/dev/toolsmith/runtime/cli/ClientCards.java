package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.text.ClientCard;
import java.net.URI;

/** What to paste into clients so that they use a server, as text. */
final class ClientCards {

    private ClientCards() {}

    /**
     * One card a client.
     *
     * @param app what clients may call the server
     * @param tools how many tools it shows, such as {@code 12 tools}
     * @param withToken whether callers must send a token, which is never printed
     */
    static String of(ServerIdentity identity, String app, String tools, URI url, boolean withToken) {
        StringBuilder text = new StringBuilder();
        text.append(identity.name()).append(' ').append(identity.version());
        text.append(": ").append(tools).append(" at ").append(url).append("\n\n");
        String above = "";
        for (ClientCard card : ClientCard.of(app, url, withToken, "$" + HttpVerb.TOKEN)) {
            boolean continues = card.client().equals(above) || card.client().equals(ClientCard.OTHERS);
            line(text, continues ? "" : card.client(), card.before() + card.copy() + card.after());
            above = card.client();
        }
        line(text, "", "Claude and ChatGPT on the web reach a server only at a public https address (--public-url).");
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String client, String what) {
        text.append(client)
                .append(" ".repeat(13 - client.length()))
                .append(what)
                .append('\n');
    }
}
