package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.SignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Tells forms of our own pages from those that other sites make a browser send. */
final class FormGuard {

    private static final String HMAC = "HmacSHA256";
    private static final String SITE = "Sec-Fetch-Site";

    private final Optional<String> publicOrigin;

    FormGuard(Optional<URI> publicUrl) {
        this.publicOrigin = publicUrl.map(url -> folded(url.getScheme() + "://" + url.getAuthority()));
    }

    /**
     * Whether the browser says that a page of ours sent the form. Browsers that say no origin, as our pages ask them not
     * to tell where they come from, say the relation of the sites instead; one that says neither is not trusted.
     */
    boolean isOurs(Request request) {
        List<String> sites = request.getHeaders().getValuesList(SITE);
        List<String> origins = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (sites.size() > 1 || origins.size() > 1) {
            return false;
        }
        boolean sameSite = sites.contains("same-origin");
        if (!sites.isEmpty() && !sameSite) {
            return false;
        }
        if (origins.isEmpty() || origins.contains("null")) {
            return sameSite;
        }
        String origin = folded(origins.get(0));
        return origin.equals(ownOrigin(request))
                || publicOrigin.filter(origin::equals).isPresent();
    }

    /** What a session's forms carry: nothing that the session could be found from. */
    static String token(SignedIn session) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(session.cookie().getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] token = mac.doFinal("form".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + HMAC + ".", e);
        }
    }

    /** Whether a form carries what its session's forms carry. */
    static boolean isOf(SignedIn session, String token) {
        return MessageDigest.isEqual(
                token(session).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String ownOrigin(Request request) {
        return folded((request.isSecure() ? "https" : "http") + "://"
                + request.getHttpURI().getAuthority());
    }

    private static String folded(String origin) {
        return origin.toLowerCase(Locale.ROOT);
    }
}
