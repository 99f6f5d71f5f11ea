package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class AccessTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private static final String REDIRECT = "http://127.0.0.1:9/callback";

    private final Caller caller = SANDBOX.calls();

    @ParameterizedTest
    @CsvSource({"''", "Bearer nope", "Basic bm9wZTo=", "Digest x"})
    void withoutAValidTokenNothingIsAnsweredButSelf(String authorization) {
        Caller stranger = caller.as(authorization);
        Caller.Reply refused = stranger.get("/v2/lists");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("type").asString()).isEqualTo("auth_error");
        assertThat(refused.code()).isEqualTo("unauthorized");
        assertThat(stranger.get("/v2/self").body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void basicTakesTheTokenAsUserName() {
        String token =
                caller.post("/_sandbox/tokens", "{}").json().path("token").asString();
        String pair = Base64.getEncoder().encodeToString((token + ":").getBytes(StandardCharsets.UTF_8));
        assertThat(caller.as("Basic " + pair)
                        .get("/v2/self")
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void readWriteImpliesReadAndReadDoesNotImplyWrite() {
        String note = "{\"data\":{}}";
        Caller writer = caller.withScopes("note:read-write", "object_configuration:read", "record_permission:read");
        assertThat(writer.get("/v2/notes").status()).isEqualTo(200);
        Caller reader = caller.withScopes("note:read", "object_configuration:read", "record_permission:read");
        Caller.Reply refused = reader.post("/v2/notes", note);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("message").asString()).contains("note:read-write");
        assertThat(caller.withScopes("note:read").get("/v2/notes").status()).isEqualTo(403);
    }

    @Test
    void attributesOfListsNeedAnotherScopeThanThoseOfObjects() {
        Caller objects = caller.withScopes("object_configuration:read-write");
        assertThat(objects.post("/v2/lists/enterprise/attributes", "{}").status())
                .isEqualTo(403);
        assertThat(objects.post("/v2/objects/deals/attributes", "{}").status()).isEqualTo(400);
    }

    @Test
    void aRevokedTokenIsRefused() {
        String token =
                caller.post("/_sandbox/tokens", "{}").json().path("token").asString();
        Caller bearer = caller.as("Bearer " + token);
        assertThat(bearer.get("/v2/lists").status()).isEqualTo(200);
        caller.post("/_sandbox/revoke", "{\"token\":\"" + token + "\"}");
        assertThat(bearer.get("/v2/lists").status()).isEqualTo(401);
    }

    @Test
    void whoWritesIsTheActor() {
        Caller carol = user("carol@sandbox.example");
        JsonNode record = carol.post("/v2/objects/companies/records", "{\"data\":{\"values\":{\"name\":\"By Carol\"}}}")
                .data();
        JsonNode actor = record.path("values").path("name").path(0).path("created_by_actor");
        assertThat(actor.path("type").asString()).isEqualTo("workspace-member");
        assertThat(actor.path("id").asString())
                .isEqualTo(carol.get("/v2/self")
                        .json()
                        .path("authorized_by_workspace_member_id")
                        .asString());
        JsonNode key = caller.post("/v2/objects/companies/records", "{\"data\":{\"values\":{\"name\":\"By key\"}}}")
                .data();
        assertThat(key.path("values")
                        .path("name")
                        .path(0)
                        .path("created_by_actor")
                        .path("type")
                        .asString())
                .isEqualTo("api-token");
    }

    private Caller user(String email) {
        String body = "{\"user\":\"" + email + "\"}";
        return caller.as("Bearer "
                + caller.post("/_sandbox/tokens", body).json().path("token").asString());
    }

    @Test
    void aUserSeesAndChangesOnlyTheListsOpenToThem() {
        String alice = user("alice@sandbox.example")
                .get("/v2/self")
                .json()
                .path("authorized_by_workspace_member_id")
                .asString();
        String secret =
                "{\"data\":{\"name\":\"Board\",\"api_slug\":\"board\",\"parent_object\":\"people\",\"workspace_access\":null,"
                        + "\"workspace_member_access\":[{\"workspace_member_id\":\"" + alice
                        + "\",\"level\":\"full-access\"}]}}";
        assertThat(caller.post("/v2/lists", secret).status()).isEqualTo(200);
        Caller carol = user("carol@sandbox.example");
        assertThat(carol.get("/v2/lists/board").status()).isEqualTo(404);
        assertThat(user("alice@sandbox.example").get("/v2/lists/board").status())
                .isEqualTo(200);
        String person = caller.record("people", "{\"email_addresses\":\"wile@acme.com\"}");
        String entry =
                "{\"data\":{\"parent_object\":\"people\",\"parent_record_id\":\"" + person + "\",\"entry_values\":{}}}";
        assertThat(carol.get("/v2/lists/investors").status()).isEqualTo(200);
        assertThat(carol.post("/v2/lists/investors/entries", entry).status()).isEqualTo(403);
    }

    private String clientId() {
        caller.post(
                "/_sandbox/clients",
                "{\"client_id\":\"app\",\"client_secret\":\"s3cret\",\"scopes\":[\"note:read\",\"object_configuration:read\",\"record_permission:read\"]}");
        return "app";
    }

    private String code(String extra) {
        Caller.Reply reply = caller.get("/authorize?client_id=" + clientId()
                + "&response_type=code&state=st&redirect_uri=" + REDIRECT + "&login_hint=bob@sandbox.example" + extra);
        assertThat(reply.status()).isEqualTo(302);
        String location = reply.header("Location");
        assertThat(location).startsWith(REDIRECT + "?code=").endsWith("&state=st");
        return URI.create(location).getQuery().replaceAll("code=([^&]*).*", "$1");
    }

    private static String exchange(String code) {
        return "grant_type=authorization_code&code=" + code + "&client_id=app&client_secret=s3cret&redirect_uri="
                + REDIRECT;
    }

    @Test
    void aUserAuthorisesAnApplication() {
        Caller.Reply token = caller.form("/oauth/token", exchange(code("")));
        assertThat(token.json().path("token_type").asString()).isEqualTo("Bearer");
        Caller bob = caller.as("Bearer " + token.json().path("access_token").asString());
        assertThat(bob.get("/v2/self").json().path("scope").asString())
                .isEqualTo("note:read object_configuration:read record_permission:read");
        assertThat(bob.get("/v2/notes").status()).isEqualTo(200);
        assertThat(bob.get("/v2/tasks").status()).isEqualTo(403);
    }

    @Test
    void aCodeWorksOnceAndOnlyForItsRedirect() {
        String code = code("");
        assertThat(caller.form("/oauth/token", exchange(code)).status()).isEqualTo(200);
        assertThat(caller.form("/oauth/token", exchange(code))
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
        assertThat(caller.form("/oauth/token", exchange(code("")) + "/else")
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_grant");
        assertThat(caller.form("/oauth/token", exchange(code("")).replace("s3cret", "wrong"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aChallengeMustBeMetByItsVerifier() {
        String challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(caller.form("/oauth/token", exchange(code(challenge))).status())
                .isEqualTo(400);
        String verifier = "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assertThat(caller.form("/oauth/token", exchange(code(challenge)) + verifier)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tokensAreIntrospectedAndRevokedByTheirClient() {
        String token = caller.form("/oauth/token", exchange(code("")))
                .json()
                .path("access_token")
                .asString();
        String form = "token=" + token + "&client_id=app&client_secret=s3cret";
        assertThat(caller.form("/oauth/introspect", form).json().path("active").asBoolean())
                .isTrue();
        assertThat(caller.form("/oauth/revoke", form).status()).isEqualTo(200);
        assertThat(caller.form("/oauth/introspect", form).body()).isEqualTo("{\"active\":false}");
        assertThat(caller.as("Bearer " + token).get("/v2/notes").status()).isEqualTo(401);
    }

    @Test
    void withoutAHintThePageAsksWhoIsThere() {
        Caller.Reply page =
                caller.get("/authorize?client_id=" + clientId() + "&response_type=code&redirect_uri=" + REDIRECT);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Alice", "Bob", "Carol").doesNotContain("Dave");
        assertThat(caller.get("/authorize?client_id=app&response_type=code&redirect_uri=https://elsewhere.example/")
                        .status())
                .isEqualTo(400);
    }
}
