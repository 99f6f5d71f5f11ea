package dev.toolsmith.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.text.ClientCard.Kind;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientCardTest {

    private static final URI URL = URI.create("https://mcp.example.com/mcp/tsm_abc");

    private final List<ClientCard> cards = ClientCard.of("shop", URL, true, "TOKEN");

    @Test
    void everyCardOpensTheServer() {
        assertThat(cards).allSatisfy(card -> assertThat(opened(card)).contains(URL.toString()));
    }

    @Test
    void aCardDoesNotShowItsUrlWhenItIsLogged() {
        assertThat(cards.toString()).contains("Cursor, LINK").doesNotContain("tsm_abc");
    }

    @Test
    void aLinkHoldsNoPlusSignForABlank() {
        assertThat(cards)
                .filteredOn(card -> card.kind() == Kind.LINK && card.client().equals("VS Code"))
                .singleElement()
                .satisfies(card -> assertThat(card.copy()).contains("Bearer%20TOKEN"));
    }

    private static String opened(ClientCard card) {
        if (card.kind() != Kind.LINK) {
            return card.copy();
        }
        String query = card.copy().substring(card.copy().indexOf('?') + 1);
        return card.client().equals("Cursor")
                ? new String(
                        Base64.getDecoder().decode(query.substring(query.indexOf("config=") + 7)),
                        StandardCharsets.UTF_8)
                : URLDecoder.decode(query, StandardCharsets.UTF_8);
    }
}
