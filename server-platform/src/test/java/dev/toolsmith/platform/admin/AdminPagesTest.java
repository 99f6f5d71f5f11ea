package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.OpenHosting;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdminPagesTest {

    private static final Pattern URL = Pattern.compile("https://mcp\\.example/mcp/tsm_[0-9A-Za-z]{49}");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whoeverHasTheCodeSetsThePlatformUpAndIsSignedIn() {
        Browser browser = site.browser();
        assertThat(location(browser.get("/admin"))).isEqualTo("/admin/setup");
        assertThat(browser.get("/admin/setup").body()).contains("Setup code", "At least 12 characters");

        String code = site.administrators.newSetupCode().orElseThrow();
        HttpResponse<String> wrong =
                browser.post("/admin/setup", "code", "AAAA-AAAA-AAAA", "email", Site.EMAIL, "password", Site.PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body())
                .contains("This setup code is wrong", Site.EMAIL)
                .doesNotContain(Site.PASSWORD);
        HttpResponse<String> right =
                browser.post("/admin/setup", "code", code, "email", Site.EMAIL, "password", Site.PASSWORD);

        assertThat(location(right)).isEqualTo("/admin/connections");
        assertThat(browser.get("/admin/connections").body()).contains("No account is connected yet", Site.EMAIL);
        assertThat(location(site.browser().get("/admin/setup"))).isEqualTo("/admin/sign-in");
    }

    @Test
    void pagesOfAdministratorsSendOthersToTheEntrance() {
        site.signedIn();
        for (String path : List.of("/admin/connections", "/admin/tokens", "/admin/audit", "/admin/nothing")) {
            HttpResponse<String> response = site.browser().get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(303);
            assertThat(location(response)).as(path).isEqualTo("/admin/sign-in");
        }
        assertThat(location(site.browser().post("/admin/tokens", "name", "x"))).isEqualTo("/admin/sign-in");
        assertThat(site.hosting.apiTokens().all()).isEmpty();
    }

    @Test
    void aConnectionIsMadeAndItsKeyIsNeverShown() {
        Browser browser = site.signedIn();

        HttpResponse<String> refused =
                browser.submit("/admin/connections", "name", "Acme sales", "api_key", "sk_wrong_key_000000");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("The API refuses this credential", "Acme sales")
                .doesNotContain("sk_wrong");
        HttpResponse<String> made =
                browser.submit("/admin/connections", "name", "Acme sales", "api_key", OpenHosting.KEY);

        String page = browser.get(location(made)).body();
        assertThat(page)
                .contains("The account is connected.", "Acme sales", "company:read-write", "Working")
                .doesNotContain(OpenHosting.KEY);
        assertThat(browser.get("/admin/connections").body()).contains("Acme sales", "4 scopes");
    }

    @Test
    void aConnectionIsPausedResumedCheckedRenamedAndDeleted() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id();

        follow(browser, browser.submit(here + "/pause"), "Paused. Nothing is sent");
        follow(browser, browser.submit(here + "/resume"), "Resumed.");
        follow(browser, browser.submit(here + "/check"), "was checked just now");
        follow(browser, browser.submit(here + "/rename", "name", "Other name"), "Other name");
        site.hosting.account("sk_second_key_1", "ws-1", "deal:read");
        follow(browser, browser.submit(here + "/authorise", "api_key", "sk_second_key_1"), "deal:read");
        assertThat(browser.get(here + "/delete").body()).contains("Delete the connection “Other name”?");
        assertThat(site.hosting.connections().all()).hasSize(1);
        follow(browser, browser.submit(here + "/delete"), "are deleted");
        assertThat(site.hosting.connections().all()).isEmpty();
    }

    @Test
    void aKeyOfAnotherWorkspaceIsRefusedWhereItWasTyped() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id();
        site.hosting.account("sk_other_workspace", "ws-2", "deal:read");

        HttpResponse<String> refused = browser.submit(here + "/authorise", "api_key", "sk_other_workspace");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Use this key").doesNotContain("sk_other_workspace");
    }

    @Test
    void presetsLeaveOutConfiguration() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers/new";

        assertThat(ticked(browser.get(here).body(), "tag")).containsExactly("account", "companies", "deals", "records");
        assertThat(browser.get(here).body()).contains("name=\"read_only\" value=\"yes\" checked");
        assertThat(ticked(browser.get(here + "?preset=everything").body(), "tag"))
                .doesNotContain("webhooks");
        assertThat(ticked(browser.get(here + "?preset=custom").body(), "tag")).isEmpty();
    }

    @Test
    void presetsOfTheApiBeginAFormAndThoseThatDoNotFitAreNotOffered() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers/new";

        String page = browser.get(here + "?preset=deals").body();

        assertThat(page).contains("Deals and companies, without making any.").doesNotContain("preset=notes");
        assertThat(ticked(page, "tag")).containsExactly("companies", "deals");
        assertThat(ticked(page, "kind")).containsExactly("list");
        assertThat(page).contains("name=\"name\" required maxlength=\"100\" value=\"Deals\"");
    }

    @Test
    void theListOfToolsFollowsTheFormAndMarksWhatTheKeyLacks() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers/preview";

        String all = browser.submit(here, "kind", "list", "kind", "create", "tag", "companies", "tag", "webhooks")
                .body();
        assertThat(all)
                .doesNotContain("<html")
                .contains("3 tools", "crm_list_companies", "crm_create_webhook", "company:read-write", "tokens.");
        String found = browser.submit(here, "kind", "list", "tag", "companies", "exposure", "discovery")
                .body();
        assertThat(found)
                .contains("1 tool", "crm_list_companies")
                .containsPattern(
                        "finds them by three tools, .*: 2\\d\\d tokens\\. Listed one by one they would take \\d")
                .doesNotContain("A model reads all");
        String reads = browser.submit(here, "kind", "list", "kind", "create", "tag", "companies", "read_only", "yes")
                .body();
        assertThat(reads).contains("1 tool").doesNotContain("crm_create_company");
        String nothing = browser.submit(here, "kind", "list").body();
        assertThat(nothing).contains("Tick at least one kind of tool and one area.");
        String unknown = browser.submit(here, "kind", "list", "tag", "deals", "only", "crm_list_deels")
                .body();
        assertThat(unknown).contains("No tools yet", "crm_list_deals");

        site.hosting.account("sk_little_key_1", "ws-9", "deal:read");
        Connection little =
                site.hosting.connections().connect(Actor.SYSTEM, OpenHosting.APP, "Little", "sk_little_key_1");
        String lacking = browser.submit(
                        "/admin/connections/" + little.id() + "/servers/preview",
                        "kind",
                        "list",
                        "tag",
                        "companies",
                        "tag",
                        "deals")
                .body();
        assertThat(lacking).contains("company:read: missing", "not allowed by the key");
        assertThat(lacking).doesNotContain("deal:read: missing");
    }

    @Test
    void withoutScriptsTheListIsShownOnRequest() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers";

        HttpResponse<String> shown = browser.submit(here, "do", "show", "name", "Mine", "kind", "list", "tag", "deals");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("1 tool", "crm_list_deals", "value=\"Mine\"");
        assertThat(site.hosting.servers().all()).isEmpty();
    }

    @Test
    void aServersUrlIsShownOnceWithWaysForSixClients() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers";

        HttpResponse<String> made = create(browser, here, "name", "Deals for Claude", "expires", "7", "calls", "60");

        assertThat(made.statusCode()).isEqualTo(200);
        String url = find(URL, made.body());
        assertThat(made.body())
                .contains("ChatGPT", "Claude Code", "Cursor", "VS Code", "Other clients", "mcp-remote", "curl -s")
                .contains("cursor://anysphere.cursor-deeplink", "vscode:mcp/install", "crm-deals-for-claude");
        HostedServer server = site.hosting.servers().all().get(0);
        assertThat(server.config().methods()).containsExactly("list");
        assertThat(server.config().tags()).containsExactly("deals");
        assertThat(server.config().callsPerMinute()).contains(60);
        assertThat(server.expiresAt()).contains(site.hosting.clock().instant().plus(Duration.ofDays(7)));
        assertThat(browser.get(here + "/" + server.id()).body()).doesNotContain(url);
        assertThat(browser.get("/admin/connections/" + server.connectionId()).body())
                .contains("Deals for Claude", "9 Jan 2026, 03:04 UTC")
                .doesNotContain(url);
    }

    @Test
    void aFormWithAMistakeComesBackAsItWasFilledIn() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id() + "/servers";

        HttpResponse<String> wrong = create(browser, here, "name", "Mine", "calls", "many");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("whole number", "value=\"Mine\"", "value=\"many\"");
        assertThat(create(browser, here, "name", "Mine", "expires", "day", "day", "2026-01-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.hosting.servers().all()).isEmpty();
    }

    @Test
    void aServerIsNarrowedRolledPausedAndRevoked() {
        Browser browser = site.signedIn();
        String list = "/admin/connections/" + connected().id() + "/servers";
        String first = find(URL, create(browser, list, "name", "Mine").body());
        String id = site.hosting.servers().all().get(0).id();
        String here = list + "/" + id;

        follow(
                browser,
                browser.submit(here, "name", "Ours", "kind", "list", "tag", "deals", "bearer", "yes"),
                "Saved. The change is in effect.");
        assertThat(site.hosting.servers().all().get(0).config().requireApiTokenAuth())
                .isTrue();
        HttpResponse<String> rolled = browser.submit(here + "/roll", "overlap", "1");
        assertThat(find(URL, rolled.body())).isNotEqualTo(first);
        assertThat(browser.get(here).body()).contains("works until 2 Jan 2026, 04:04 UTC", "in use");
        assertThat(browser.submit(here + "/roll", "overlap", "48").statusCode()).isEqualTo(422);
        follow(browser, browser.submit(here + "/pause"), "Paused");
        follow(browser, browser.submit(here + "/resume"), "Working");
        assertThat(browser.get(here + "/delete").body()).contains("Delete the server “Ours”?");
        follow(browser, browser.submit(here + "/delete"), "Its URL opens nothing any more.");
        assertThat(browser.get(here).statusCode()).isEqualTo(404);
    }

    @Test
    void aServerWithoutRestrictionsKeepsHavingNoneWhenOnlyItsNameIsChanged() {
        Browser browser = site.signedIn();
        Connection connection = connected();
        HostedServer server = site.hosting
                .servers()
                .create(
                        Actor.SYSTEM,
                        connection.id(),
                        new HostedServers.Draft("All", ServerConfig.everything(), Optional.empty()))
                .server();
        String here = "/admin/connections/" + connection.id() + "/servers/" + server.id();
        String page = browser.get(here).body();
        List<String> fields = new ArrayList<>(List.of("name", "Renamed", "expires", "never"));
        ticked(page, "kind").forEach(kind -> fields.addAll(List.of("kind", kind)));
        ticked(page, "tag").forEach(tag -> fields.addAll(List.of("tag", tag)));

        browser.submit(here, fields.toArray(new String[0]));

        HostedServer after = site.hosting.servers().get(connection.id(), server.id());
        assertThat(after.name()).isEqualTo("Renamed");
        assertThat(after.config()).isEqualTo(server.config());
    }

    @Test
    void howAServerMeetsItsClientsIsChosenInItsForm() {
        Browser browser = site.signedIn();
        String list = "/admin/connections/" + connected().id() + "/servers";
        create(
                browser,
                list,
                "name",
                "Lean",
                "exposure",
                "discovery",
                "confirm",
                "writes",
                "view",
                "compact",
                "structured",
                "yes");
        HostedServer server = site.hosting.servers().all().get(0);
        ServerConduct made = new ServerConduct(Exposure.DISCOVERY, Confirmation.WRITES, View.COMPACT, true);
        assertThat(server.config().conduct()).isEqualTo(made);
        String here = list + "/" + server.id();
        assertThat(browser.get(here).body())
                .contains("value=\"discovery\" selected", "value=\"writes\" selected", "value=\"compact\" selected")
                .containsPattern("name=\"structured\" value=\"yes\" checked");

        follow(
                browser,
                browser.submit(here, "name", "Lean", "kind", "list", "tag", "deals", "view", "text"),
                "Saved. The change is in effect.");
        assertThat(site.hosting.servers().all().get(0).config().conduct())
                .isEqualTo(new ServerConduct(Exposure.DISCOVERY, Confirmation.WRITES, View.TEXT, false));
        HttpResponse<String> wrong =
                browser.submit(here, "name", "Lean", "kind", "list", "tag", "deals", "confirm", "maybe");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose \"never\" or \"destructive\" or \"writes\".");
    }

    @Test
    void anApiTokenIsShownOnceAndRevoked() {
        Browser browser = site.signedIn();

        HttpResponse<String> none = browser.submit("/admin/tokens", "name", "Nightly");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("can do nothing", "value=\"Nightly\"");
        HttpResponse<String> made = browser.submit(
                "/admin/tokens", "name", "Nightly", "permission", "CALL", "permission", "METRICS", "expires", "30");

        String secret = find(Pattern.compile("tsk_[0-9A-Za-z]{49}"), made.body());
        assertThat(site.hosting.apiTokens().find(secret)).isPresent();
        String page = browser.get("/admin/tokens").body();
        assertThat(page).contains("Nightly", "call servers, read metrics").doesNotContain(secret);
        String id = site.hosting.apiTokens().all().get(0).id();
        assertThat(browser.get("/admin/tokens/" + id + "/revoke").body()).contains("Revoke the API token “Nightly”?");
        follow(browser, browser.submit("/admin/tokens/" + id + "/revoke"), "The API token is revoked.");
        assertThat(site.hosting.apiTokens().find(secret)).isEmpty();
    }

    @Test
    void theTrailIsShownNewestFirstAPageAtATimeAndAsAFile() {
        Browser browser = site.signedIn();
        String here = "/admin/connections/" + connected().id();
        for (int i = 0; i < 30; i++) {
            browser.submit(here + "/pause");
            browser.submit(here + "/resume");
        }

        String newest = browser.get("/admin/audit").body();
        assertThat(newest).contains("connection resumed", Site.EMAIL, "Older rows");
        String older = browser.get(find(Pattern.compile("/admin/audit\\?[^\"]*before=\\d+"), newest)
                        .replace("&amp;", "&"))
                .body();
        assertThat(older).contains("admin created").doesNotContain("Older rows");
        assertThat(browser.get("/admin/audit?decision=refused&tool=none").body())
                .contains("Nothing fits", "value=\"none\"");
        HttpResponse<String> csv = browser.get("/admin/audit/export?format=csv");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
        assertThat(csv.body()).startsWith("sequence,time,kind,").contains("connection.resumed");
        assertThat(browser.get("/admin/audit/export?format=jsonl").body())
                .startsWith("{\"sequence\":1,")
                .contains("\"hash\":");
        assertThat(browser.get("/admin/audit/export?format=exe").statusCode()).isEqualTo(400);
    }

    private Connection connected() {
        return site.hosting.connections().connect(Actor.SYSTEM, OpenHosting.APP, "Acme", OpenHosting.KEY);
    }

    private static HttpResponse<String> create(Browser browser, String list, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("kind", "list", "tag", "deals"));
        return browser.submit(list, all.toArray(new String[0]));
    }

    private static void follow(Browser browser, HttpResponse<String> response, String expected) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        assertThat(browser.get(location(response)).body()).contains(expected);
    }

    private static List<String> ticked(String page, String name) {
        Matcher boxes = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\" checked")
                .matcher(page);
        return boxes.results().map(found -> found.group(1)).toList();
    }

    private static String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
