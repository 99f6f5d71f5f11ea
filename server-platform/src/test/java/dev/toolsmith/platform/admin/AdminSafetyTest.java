package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.hosting.OpenHosting;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Connection;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps other sites, other people's browsers and guessing out of the admin pages. */
final class AdminSafetyTest {

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
    void everyAnswerTellsTheBrowserWhatToRefuse() {
        Browser browser = site.signedIn();
        String connection = "/admin/connections/" + connected().id();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String path : List.of(
                "/admin",
                "/admin/setup",
                "/admin/sign-in",
                "/admin/connections",
                "/admin/connections/new",
                connection,
                connection + "/authorise",
                connection + "/delete",
                connection + "/servers/new",
                "/admin/tokens",
                "/admin/audit",
                "/admin/audit/export?format=csv",
                "/admin/audit/export?format=none",
                "/admin/nothing",
                "/admin/connections/con_none",
                "/admin/assets/none.js")) {
            answers.add(browser.get(path));
            answers.add(site.browser().get(path));
        }
        answers.add(browser.send("DELETE", "/admin/tokens"));
        answers.add(browser.post("/admin/tokens", "name", "without token"));
        answers.add(browser.submit(connection + "/servers", "do", "save"));
        answers.add(browser.submit(connection + "/servers/preview", "kind", "list"));

        assertThat(answers).allSatisfy(AdminSafetyTest::isGuarded);
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(header(answer, "Cache-Control")).isEqualTo("no-store"));
    }

    @Test
    void filesOfPagesAreKeptForGoodUnderAVersion() {
        String page = site.browser().get("/admin/setup").body();
        List<String> files = Pattern.compile("/admin/assets/[^\"]+")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();

        assertThat(files).hasSize(3).allMatch(file -> file.matches(".*-(2\\.0\\.10\\.min|[0-9a-f]{12})\\.(js|css)"));
        for (String file : files) {
            HttpResponse<String> answer = site.browser().get(file);
            isGuarded(answer);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Content-Type"))
                    .startsWith(file.endsWith("css") ? "text/css" : "text/javascript");
        }
    }

    @Test
    void noPageHoldsAScriptOrAStyleOfItsOwn() {
        Browser browser = site.signedIn();
        String connection = "/admin/connections/" + connected().id();
        for (String path : List.of(
                "/admin/connections", connection, connection + "/servers/new", "/admin/tokens", "/admin/audit")) {
            String page = browser.get(path).body();
            assertThat(page)
                    .as(path)
                    .contains(
                            "<html lang=\"en\">", "<title>", "\"allowEval\":false", "\"includeIndicatorStyles\":false")
                    .doesNotContain("<style", "style=\"", "javascript:")
                    .doesNotContainPattern("<script(?![^>]* src=\"/admin/assets/)")
                    .doesNotContainPattern("\\son[a-z]+=")
                    .doesNotContainPattern("(src|href)=\"(https?:)?//");
        }
    }

    @Test
    void everyFieldHasALabel() {
        Browser browser = site.signedIn();
        String connection = "/admin/connections/" + connected().id();
        for (String path : List.of(
                "/admin/sign-in",
                "/admin/connections/new",
                connection,
                connection + "/authorise",
                connection + "/servers/new",
                "/admin/tokens",
                "/admin/audit")) {
            String page = path.equals("/admin/sign-in")
                    ? site.browser().get(path).body()
                    : browser.get(path).body();
            Matcher fields =
                    Pattern.compile("<(input|select|textarea) ([^>]*)>").matcher(page);
            while (fields.find()) {
                String attributes = fields.group(2);
                boolean inLabel = attributes.contains("type=\"checkbox\"") || attributes.contains("type=\"hidden\"");
                String id = attributes.replaceFirst("(?s).*\\bid=\"([^\"]+)\".*", "$1");
                assertThat(inLabel || page.contains("for=\"" + id + "\""))
                        .as(path + ": " + attributes)
                        .isTrue();
            }
        }
    }

    @Test
    void formsOfOtherSitesDoNothing() {
        String make = "/admin/tokens";
        String token = site.signedIn().formToken();
        String cookie = site.signedIn().cookie();

        for (Browser other : List.of(
                site.signedIn().with("Origin", "https://evil.example"),
                site.signedIn().with("Origin", "null"),
                site.signedIn().with("Origin", site.origin() + "0"),
                site.signedIn().with("Origin", site.origin().replace("http:", "https:")),
                site.signedIn().with("Origin", "http://localhost:1"),
                site.signedIn().with("Origin", ""),
                site.signedIn().with("Origin", "").with("Sec-Fetch-Site", "cross-site"),
                site.signedIn().with("Origin", "").with("Sec-Fetch-Site", "same-site"),
                site.signedIn().with("Origin", "").with("Sec-Fetch-Site", "none"),
                site.signedIn().with("Sec-Fetch-Site", "cross-site"))) {
            HttpResponse<String> refused = other.submit(make, "name", "Mine", "permission", "MANAGE");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("sent from another site");
        }
        assertThat(token).isNotEqualTo(cookie);
        assertThat(site.hosting.apiTokens().all()).isEmpty();
    }

    @Test
    void aBrowserThatTellsTheRelationOfSitesButNoOriginIsServed() {
        for (String origin : List.of("", "null")) {
            Browser browser = site.signedIn().with("Origin", origin).with("Sec-Fetch-Site", "same-origin");
            assertThat(browser.submit("/admin/tokens", "name", "Mine", "permission", "CALL")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aFormWithoutItsSessionsTokenDoesNothing() {
        Browser browser = site.signedIn();
        String ofAnother = site.signedIn().formToken();

        assertThat(browser.post("/admin/tokens", "name", "Mine", "permission", "MANAGE")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/admin/tokens", "name", "Mine", "permission", "MANAGE", "form_token", ofAnother)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/admin/sign-out").statusCode()).isEqualTo(403);
        assertThat(site.hosting.apiTokens().all()).isEmpty();
    }

    @Test
    void aFormsTokenIsNotTheSession() {
        Browser browser = site.signedIn();

        assertThat(browser.cookie()).startsWith("toolsmith=tss_");
        assertThat(browser.get("/admin/connections").body()).doesNotContain("tss_");
    }

    @Test
    void aSessionThatWasPutIntoTheBrowserBeforeIsNotTheOneThatIsSignedIn() {
        String planted = site.signedIn().cookie();
        Browser victim = site.browser().withCookie(planted);

        victim.post("/admin/sign-in", "email", Site.EMAIL, "password", Site.PASSWORD);

        assertThat(victim.cookie()).startsWith("toolsmith=tss_").isNotEqualTo(planted);
        assertThat(site.browser().withCookie(planted).get("/admin/connections").statusCode())
                .isEqualTo(303);
        assertThat(victim.get("/admin/connections").statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieThatTheServerDidNotMakeIsNeverASession() {
        site.signedIn();
        for (String value : List.of(
                "",
                "x",
                site.hosting.tokens().newSession(),
                site.hosting.tokens().newApiToken())) {
            assertThat(site.browser()
                            .withCookie("toolsmith=" + value)
                            .get("/admin/connections")
                            .statusCode())
                    .isEqualTo(303);
        }
        String good = site.signedIn().cookie();
        assertThat(site.browser()
                        .withCookie(
                                good + "; toolsmith=" + site.hosting.tokens().newSession())
                        .get("/admin/connections")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        Browser browser = site.signedIn();
        String cookie = browser.cookie();

        HttpResponse<String> out = browser.submit("/admin/sign-out");

        assertThat(header(out, "Set-Cookie")).contains("toolsmith=;", "Expires=Thu, 01 Jan 1970");
        assertThat(browser.cookie()).isEmpty();
        assertThat(site.browser().withCookie(cookie).get("/admin/connections").statusCode())
                .isEqualTo(303);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        site.signedIn();
        HttpResponse<String> in = site.browser().post("/admin/sign-in", "email", Site.EMAIL, "password", Site.PASSWORD);

        assertThat(header(in, "Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/admin", "Max-Age=43200")
                .doesNotContain("Domain");
    }

    @Test
    void fiveWrongPasswordsCloseTheDoorForAWhile() {
        site.signedIn();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("wrong password " + i).statusCode()).isEqualTo(401);
        }

        assertThat(signIn(Site.PASSWORD).statusCode()).isEqualTo(429);
        site.hosting.move(Duration.ofMinutes(15));
        assertThat(signIn(Site.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasTypedAsAPasswordIsNeverShown() {
        site.signedIn();

        HttpResponse<String> wrong = signIn("hunter2 hunter2 hunter2");

        assertThat(wrong.body())
                .contains("The e-mail address or the password is wrong.", Site.EMAIL)
                .doesNotContain("hunter2");
    }

    @Test
    void formsThatAreNoFormsOrTooLongAreRefused() {
        Browser browser = site.signedIn();

        assertThat(browser.submit("/admin/tokens", "name", "x".repeat(70_000)).statusCode())
                .isEqualTo(400);
        assertThat(browser.send("POST", "/admin/tokens").statusCode()).isEqualTo(403);
        assertThat(browser.send("PUT", "/admin/tokens").headers().firstValue("Allow"))
                .contains("GET, POST");
        assertThat(site.hosting.apiTokens().all()).isEmpty();
    }

    private Connection connected() {
        return site.hosting.connections().connect(Actor.SYSTEM, OpenHosting.APP, "Acme", OpenHosting.KEY);
    }

    private HttpResponse<String> signIn(String password) {
        return site.browser().post("/admin/sign-in", "email", Site.EMAIL, "password", password);
    }

    private static void isGuarded(HttpResponse<String> answer) {
        assertThat(header(answer, "Content-Security-Policy"))
                .as(answer.toString())
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
