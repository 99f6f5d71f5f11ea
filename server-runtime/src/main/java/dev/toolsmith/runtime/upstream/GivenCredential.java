package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.SecurityScheme;
import dev.toolsmith.runtime.upstream.CredentialJson.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A credential taken apart: one text for every scheme, or a JSON object with members named like schemes, and those that
 * this class names.
 */
final class GivenCredential {

    static final String API_KEY = "api_key";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";
    static final String SCOPE = "scope";
    static final String AUDIENCE = "audience";

    /** What serves a scheme. */
    sealed interface Key permits Text, Login, Client {

        /** What of it must not be shown. */
        List<Secret> secrets();
    }

    /** A key, a token, or a user name and password with a colon between them. */
    record Text(Secret value) implements Key {

        @Override
        public List<Secret> secrets() {
            return List.of(value);
        }
    }

    /** A user name and a password. */
    record Login(String username, Secret password) implements Key {

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /** A client that gets tokens for itself (RFC 6749, section 4.4); scope and audience are empty when not given. */
    record Client(String id, Secret secret, String scope, String audience) implements Key {

        @Override
        public List<Secret> secrets() {
            return List.of(secret);
        }
    }

    private final Map<String, Key> byScheme;
    private final Optional<Login> login;
    private final Optional<Client> client;
    private final Optional<Text> any;

    private GivenCredential(
            Map<String, Key> byScheme, Optional<Login> login, Optional<Client> client, Optional<Text> any) {
        this.byScheme = Map.copyOf(byScheme);
        this.login = login;
        this.client = client;
        this.any = any;
    }

    static GivenCredential of(Secret given) {
        if (given.reveal().charAt(0) != '{') {
            Text text = new Text(given);
            return new GivenCredential(Map.of(API_KEY, text), Optional.empty(), Optional.empty(), Optional.of(text));
        }
        Map<String, Key> keys = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        CredentialJson.read(given.reveal()).forEach((name, member) -> {
            keyOf(member).ifPresent(key -> keys.put(name, key));
            if (member.members().isEmpty()) {
                texts.put(name, member.text());
            }
        });
        return new GivenCredential(
                keys,
                login(texts),
                client(texts),
                Optional.of(texts.getOrDefault(API_KEY, ""))
                        .filter(text -> !text.isEmpty())
                        .map(GivenCredential::text));
    }

    /** What is meant for a scheme and no other, or for schemes of its kind. */
    Optional<Key> own(SecurityScheme scheme, boolean takesClient) {
        Optional<Key> named =
                Optional.ofNullable(byScheme.get(memberOf(scheme))).filter(key -> fits(key, scheme, takesClient));
        if (named.isPresent()) {
            return named;
        }
        if (scheme.isBasic()) {
            return login.map(Key.class::cast);
        }
        return takesClient ? client.map(Key.class::cast) : Optional.empty();
    }

    /** What is meant for every scheme. */
    Optional<Key> any() {
        return any.map(Key.class::cast);
    }

    private String memberOf(SecurityScheme scheme) {
        boolean isTheKey = !byScheme.containsKey(scheme.name())
                && CredentialVariables.upperSnake(scheme.name()).equals("API_KEY");
        return isTheKey ? API_KEY : scheme.name();
    }

    private static boolean fits(Key key, SecurityScheme scheme, boolean takesClient) {
        return key instanceof Text
                || (key instanceof Login && scheme.isBasic())
                || (key instanceof Client && takesClient);
    }

    private static Optional<Key> keyOf(Member member) {
        if (member.members().isEmpty()) {
            return member.text().isEmpty() ? Optional.empty() : Optional.of(text(member.text()));
        }
        Optional<Key> found = login(member.members()).map(Key.class::cast);
        return found.isPresent() ? found : client(member.members()).map(Key.class::cast);
    }

    private static Text text(String value) {
        return new Text(Secret.part(value));
    }

    private static Optional<Login> login(Map<String, String> texts) {
        String username = texts.getOrDefault(USERNAME, "");
        String password = texts.getOrDefault(PASSWORD, "");
        return username.isEmpty() ? Optional.empty() : Optional.of(new Login(username, Secret.part(password)));
    }

    private static Optional<Client> client(Map<String, String> texts) {
        String id = texts.getOrDefault(CLIENT_ID, "");
        String secret = texts.getOrDefault(CLIENT_SECRET, "");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Client(
                        id, Secret.part(secret), texts.getOrDefault(SCOPE, ""), texts.getOrDefault(AUDIENCE, "")));
    }
}
