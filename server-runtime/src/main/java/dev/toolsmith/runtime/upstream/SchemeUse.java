package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.SecurityScheme;
import dev.toolsmith.runtime.upstream.GivenCredential.Login;
import dev.toolsmith.runtime.upstream.GivenCredential.Text;
import dev.toolsmith.runtime.upstream.request.HttpCall;
import dev.toolsmith.runtime.upstream.request.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A scheme that a call authenticates by, and what serves it.
 *
 * @param scheme how it travels
 * @param key what is sent, or what a token is got with
 */
record SchemeUse(SecurityScheme scheme, GivenCredential.Key key) {

    private static final int LAST_CONTROL = 31;
    private static final int DELETE = 127;

    /** Whether it can stand where the scheme puts it. */
    boolean canTravel() {
        if (scheme.isBasic()) {
            return isPlain(pair())
                    && (!(key instanceof Login login) || login.username().indexOf(':') < 0);
        }
        return travelsEncoded() || !(key instanceof Text text) || text.value().fitsHeader();
    }

    private boolean travelsEncoded() {
        return scheme.isKey() && !scheme.in().equals("header");
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(character -> character <= LAST_CONTROL || character == DELETE);
    }

    /** What must not be shown of it, in every form in which it travels. */
    List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(key.secrets());
        if (scheme.isBasic()) {
            String pair = pair();
            secrets.add(Secret.part(basic()));
            secrets.add(Secret.part(pair.substring(pair.indexOf(':') + 1)));
        }
        if (travelsEncoded() && key instanceof Text text) {
            secrets.add(Secret.part(PercentEncoding.of(text.value().reveal())));
        }
        return secrets;
    }

    /** A request with it, when what serves it is no client. */
    HttpCall onto(HttpCall call) {
        return key instanceof Text text ? with(call, text.value()) : with(call, Secret.part(""));
    }

    /** A request with it. */
    HttpCall with(HttpCall call, Secret secret) {
        if (scheme.isBasic()) {
            return call.withHeader("Authorization", "Basic " + basic());
        }
        if (!scheme.isKey()) {
            return call.withHeader("Authorization", "Bearer " + secret.reveal());
        }
        return switch (scheme.in()) {
            case "query" -> call.withQuery(scheme.parameter(), secret.reveal());
            case "cookie" -> call.withCookie(scheme.parameter(), PercentEncoding.of(secret.reveal()));
            default -> call.withHeader(scheme.parameter(), secret.reveal());
        };
    }

    private String basic() {
        return Base64.getEncoder().encodeToString(pair().getBytes(StandardCharsets.UTF_8));
    }

    /** User name and password with a colon between them; a text without one is a user name. */
    private String pair() {
        if (key instanceof Login login) {
            return login.username() + ":" + login.password().reveal();
        }
        String text = key instanceof Text whole ? whole.value().reveal() : "";
        return text.indexOf(':') < 0 ? text + ":" : text;
    }
}
