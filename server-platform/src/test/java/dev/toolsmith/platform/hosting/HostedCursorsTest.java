package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page of one account goes on in that account only. */
@Timeout(180)
class HostedCursorsTest {

    private static final String OTHER = "sk_other_51c0de";

    @TempDir
    private Path folder;

    @Test
    void aCursorOfAnotherConnectionIsRefusedBeforeAnythingIsSent() {
        try (Hosting hosting = new Hosting(folder)) {
            hosting.stub.account(OTHER, "ws-2", Hosting.ALL);
            hosting.stub.answering(got -> new CrmStub.Reply(200, "{\"data\":[1,2]}"));
            Connection others = hosting.connections.connect(Hosting.ACTOR, "crm", "Other", OTHER);
            Client mine = client(hosting, hosting.server());
            Client another = client(hosting, hosting.server(others, ServerConfig.everything()));
            String next = "{\"next_cursor\":\"" + firstCursor(mine) + "\"}";
            long sent = reads(hosting);

            Client.Got refused = another.call("crm_list_deals", next);

            assertThat(refused.isError()).isTrue();
            assertThat(refused.code()).isEqualTo("refused_arguments");
            assertThat(refused.toolText())
                    .startsWith("The argument \"next_cursor\" does not belong to this call and its account")
                    .endsWith("Nothing was sent.");
            assertThat(reads(hosting)).isEqualTo(sent);
            assertThat(mine.call("crm_list_deals", next).toolText()).isEqualTo("{\"data\":[2]}");
        }
    }

    @Test
    void twoServersOfOneConnectionShareItsPages() {
        try (Hosting hosting = new Hosting(folder)) {
            hosting.stub.answering(got -> new CrmStub.Reply(200, "{\"data\":[1,2]}"));
            HostedServers.Issued server = hosting.server();
            Connection connection =
                    hosting.connections.current(server.server().connectionId()).orElseThrow();
            Client other = client(hosting, hosting.server(connection, ServerConfig.everything()));

            String next = "{\"next_cursor\":\"" + firstCursor(client(hosting, server)) + "\"}";

            assertThat(other.call("crm_list_deals", next).toolText()).isEqualTo("{\"data\":[2]}");
        }
    }

    private static Client client(Hosting hosting, HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static String firstCursor(Client client) {
        String text = client.call("crm_list_deals", "{\"limit\":1}").toolText();
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8))
                .path("next_cursor")
                .stringValue();
    }

    private static long reads(Hosting hosting) {
        return hosting.stub.calls().stream()
                .filter(got -> got.path().equals("/deals"))
                .count();
    }
}
