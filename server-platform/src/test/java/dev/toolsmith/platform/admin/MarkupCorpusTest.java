package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.hosting.HostedServers.Draft;
import dev.toolsmith.platform.hosting.OpenHosting;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that try to become markup, in every place where a person or a client can put a text. */
final class MarkupCorpusTest {

    /** What a page has of its own, besides which nothing may be marked up. */
    private static final Set<String> OWN_TAGS = Set.of(
            "!doctype",
            "html",
            "head",
            "meta",
            "title",
            "link",
            "script",
            "body",
            "a",
            "header",
            "nav",
            "form",
            "input",
            "span",
            "button",
            "main",
            "p",
            "h1",
            "h2",
            "h3",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
            "small",
            "code",
            "br",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "label",
            "select",
            "option",
            "fieldset",
            "legend",
            "details",
            "summary",
            "textarea",
            "section",
            "noscript",
            "pre");

    private static final Pattern TAG = Pattern.compile("<(/?)([!a-zA-Z][^\\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern SCRIPT_LINK =
            Pattern.compile("(?i)(href|src|action)=\"\\s*(javascript|vbscript|data:text)");
    private static final Pattern EVENT = Pattern.compile("(?i)[\\s\"'/]on[a-z]+\\s*=");

    @TempDir
    Path folder;

    private Site site;
    private Browser browser;

    @BeforeEach
    void open() {
        site = new Site(folder);
        browser = site.signedIn();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    }

    @Test
    void noTextThatIsKeptBecomesMarkup() {
        List<String> pages = new ArrayList<>(List.of("/admin/connections", "/admin/tokens", "/admin/audit"));
        List<String> kept = new ArrayList<>();
        for (String text : corpus()) {
            keep(text).ifPresent(page -> {
                kept.add(text);
                pages.addAll(page);
            });
        }
        assertThat(kept).hasSizeGreaterThan(90);
        pages.add("/admin/audit?tool=x");
        for (String path : pages) {
            isPlain(path, browser.get(path).body());
        }
        String list = browser.get("/admin/connections").body();
        assertThat(kept).allSatisfy(text -> assertThat(unescaped(list)).contains(text));
    }

    @Test
    void noTextThatIsAskedForOrTypedWronglyBecomesMarkup() {
        Connection connection = connected("Acme", OpenHosting.KEY);
        String here = "/admin/connections/" + connection.id();
        for (String text : corpus()) {
            isPlain(
                    text,
                    browser.submit("/admin/connections", "name", text, "api_key", text)
                            .body());
            isPlain(
                    text,
                    browser.submit(
                                    here + "/servers",
                                    "do",
                                    "show",
                                    "name",
                                    text,
                                    "kind",
                                    "list",
                                    "tag",
                                    text,
                                    "only",
                                    text,
                                    "never",
                                    text,
                                    "calls",
                                    text,
                                    "day",
                                    text,
                                    "expires",
                                    text)
                            .body());
            isPlain(
                    text,
                    browser.submit(here + "/servers/preview", "kind", text, "tag", text)
                            .body());
            isPlain(
                    text,
                    browser.submit("/admin/tokens", "name", text, "server", text, "expires", text)
                            .body());
            String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
            isPlain(
                    text,
                    browser.get("/admin/audit?server=" + query + "&tool=" + query + "&decision=" + query + "&from="
                                    + query + "&until=" + query + "&before=" + query)
                            .body());
            isPlain(text, browser.get(here + "/servers/new?preset=" + query).body());
            isPlain(text, browser.get("/admin/connections?done=" + query).body());
        }
    }

    @Test
    void whatIsTypedAtTheEntranceDoesNotBecomeMarkup() {
        for (String text : corpus()) {
            isPlain(
                    text,
                    site.browser()
                            .post("/admin/sign-in", "email", text, "password", text)
                            .body());
        }
    }

    /** Puts a text wherever one is kept; tells the pages that show it, or nothing when it is refused as a name. */
    private Optional<List<String>> keep(String text) {
        String key = "sk_" + Integer.toHexString(text.hashCode()) + "_padding";
        site.hosting.account(key, key, "deal:read");
        Connection connection;
        try {
            connection = connected(text, key);
        } catch (ProblemException refused) {
            assertThat(refused.status()).isEqualTo(422);
            return Optional.empty();
        }
        HostedServer server = site.hosting
                .servers()
                .create(Actor.SYSTEM, connection.id(), new Draft(text, ServerConfig.everything(), Optional.empty()))
                .server();
        site.hosting
                .apiTokens()
                .create(Actor.SYSTEM, text, Set.of(Permission.CALL), Optional.empty(), Optional.empty());
        site.hosting
                .store()
                .write(change -> {
                    change.append(called(text, server.id()));
                    return true;
                })
                .join();
        String here = "/admin/connections/" + connection.id();
        String there = here + "/servers/" + server.id();
        return Optional.of(List.of(here, here + "/delete", here + "/authorise", there, there + "/delete"));
    }

    private AuditEvent called(String text, String serverId) {
        return new AuditEvent(
                site.hosting.clock().instant(),
                AuditEvent.CALL_REFUSED,
                new AuditEvent.Subject(serverId, text, text, text, text, text),
                new AuditEvent.Invocation("call_1", text, "00", text, text, new CallOrigin(text, text, text)),
                new AuditEvent.Outcome("refused", text, 400, text, 1, 1),
                Map.of("words", text));
    }

    private Connection connected(String name, String key) {
        return site.hosting.connections().connect(Actor.SYSTEM, OpenHosting.APP, name, key);
    }

    private static void isPlain(String what, String page) {
        TAG.matcher(page).results().forEach(tag -> {
            assertThat(OWN_TAGS).as("%s: %s", what, tag.group()).contains(tag.group(2));
            assertThat(SCRIPT_LINK.matcher(tag.group()).find())
                    .as("%s: %s", what, tag.group())
                    .isFalse();
            String attributes = tag.group(3).replaceAll("\"[^\"]*\"|'[^']*'", "\"\"");
            assertThat(EVENT.matcher(attributes).find())
                    .as("%s: %s", what, tag.group())
                    .isFalse();
            assertThat(attributes).as("%s: %s", what, tag.group()).doesNotContain("<", "`");
        });
        assertThat(page.split("<script", -1)).as(what).hasSizeLessThanOrEqualTo(3);
    }

    private static String unescaped(String page) {
        return page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<String> corpus() {
        try (InputStream in = MarkupCorpusTest.class.getResourceAsStream("/markup-corpus.txt")) {
            if (in == null) {
                throw new AssertionError("No corpus");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
