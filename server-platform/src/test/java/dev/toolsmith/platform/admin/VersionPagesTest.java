package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.hosting.CrmJar;
import dev.toolsmith.platform.hosting.HostedServers.Draft;
import dev.toolsmith.platform.hosting.OpenHosting;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The versions of an app's tools on a server's page. */
class VersionPagesTest {

    private static final ToolBundle ONE = CrmJar.of("crm", "1", "crm_get_self", "crm_list_companies", "crm_list_deals");
    private static final ToolBundle TWO = CrmJar.of("crm", "2", "crm_get_self", "crm_list_companies");
    private static final String FIRST = BundleVersion.of(ONE).digest();

    @TempDir
    private Path folder;

    private Site site;
    private Connection connection;

    @BeforeEach
    void open() {
        site = new Site(folder);
        connection = site.hosting.connections().connect(Actor.SYSTEM, OpenHosting.APP, "Acme", OpenHosting.KEY);
        site.hosting.moveTo(ONE);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HostedServer server(ServerConfig config) {
        return site.hosting
                .servers()
                .create(Actor.SYSTEM, connection.id(), new Draft("Mine", config, Optional.empty()))
                .server();
    }

    private String page(HostedServer server) {
        return "/admin/connections/" + connection.id() + "/servers/" + server.id();
    }

    @Test
    void aServerIsPinnedOnItsPageAndFollowsAgain() {
        HostedServer server = server(ServerConfig.everything());
        Browser browser = site.signedIn();
        assertThat(browser.get(page(server)).body())
                .contains("the newest, whichever that is", "always 1 (" + FIRST + ")", "now the newest");
        String[] all = {"name", "Mine", "kind", "list", "tag", "companies", "tag", "deals", "tag", "self", "pin", FIRST
        };
        assertThat(browser.submit(page(server), all).statusCode()).isEqualTo(303);
        site.hosting.moveTo(TWO);
        assertThat(browser.get(page(server)).body()).contains("3 tools", "crm_list_deals");
        all[all.length - 1] = "";
        assertThat(browser.submit(page(server), all).statusCode()).isEqualTo(303);
        assertThat(browser.get(page(server)).body()).contains("2 tools").doesNotContain("crm_list_deals");
    }

    @Test
    void wordsThatAreGoneAreANoticeOnThePage() {
        HostedServer server = server(new ServerConfig(
                List.of(), List.of("companies", "deals"), List.of(), List.of(), false, false, Optional.empty()));
        site.hosting.moveTo(TWO);
        HttpResponse<String> page = site.signedIn().get(page(server));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("what the restriction names: tags deals");
    }

    @Test
    void pagesOfAnAppThatIsGoneSaySo() {
        HostedServer server = server(ServerConfig.everything());
        site.hosting.moveTo(CrmJar.of("shop", "1", "shop_list_orders"), CrmJar.of("pets", "1", "pets_list_all"));
        Browser browser = site.signedIn();
        HttpResponse<String> page = browser.get(page(server));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("There are no tools of the app", "so this server offers nothing");
        assertThat(browser.get("/admin/connections/" + connection.id()).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/admin/connections/new").body()).contains("shop");
    }
}
