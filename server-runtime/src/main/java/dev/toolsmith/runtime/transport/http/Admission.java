package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Limits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Decides from a request's header whether it is let in: host, origin, token, method and media types. */
public final class Admission {

    private static final String BEARER = "bearer ";

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();
    private final Optional<byte[]> token;

    /** What a server's settings let in. */
    public Admission(HttpSettings settings) {
        this(settings.host(), settings.publicUrl(), settings.origins(), settings.token());
    }

    private Admission(String host, Optional<URI> publicUrl, List<String> origins, Optional<String> token) {
        hosts.add(host.toLowerCase(Locale.ROOT));
        for (String origin : origins) {
            this.origins.add(origin.toLowerCase(Locale.ROOT));
        }
        if (publicUrl.isPresent()) {
            URI url = publicUrl.get();
            hosts.add(HostName.of(url.getAuthority()));
            this.origins.add((url.getScheme() + "://" + url.getAuthority()).toLowerCase(Locale.ROOT));
        }
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a server lets in that asks for no token at this door, because each of its parts has a door of its own. */
    public static Admission byPlace(String host, Optional<URI> publicUrl, List<String> origins) {
        return new Admission(host, publicUrl, origins, Optional.empty());
    }

    /** Why a request comes from where or from whom it may not; empty when it may. */
    public Optional<Refusal> checkSender(Request request) {
        return checkPlace(request).or(() -> checkToken(rawValues(request.getHeaders(), HttpHeader.AUTHORIZATION)));
    }

    /** Why a request comes to a host or from an origin that is none of ours; empty when it does not. */
    public Optional<Refusal> checkPlace(Request request) {
        HttpFields headers = request.getHeaders();
        List<String> sentHosts = headers.getValuesList(HttpHeader.HOST);
        @Nullable String target = request.getHttpURI().getAuthority();
        if (sentHosts.size() > 1
                || !isOurs(sentHosts.isEmpty() ? "" : sentHosts.get(0))
                || (target != null && !isOurs(target))) {
            return Optional.of(new Refusal(
                    421,
                    "The Host header names none of this server's hosts."
                            + " A server behind another name is started with --public-url."));
        }
        List<String> sentOrigins = rawValues(headers, HttpHeader.ORIGIN);
        return sentOrigins.isEmpty() || allowedOrigin(request).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(403, "Pages of this origin may not call this server."));
    }

    /** The origin of the page that sent a request, as it was sent; empty when there is none, or one that is not allowed. */
    Optional<String> allowedOrigin(Request request) {
        List<String> sent = rawValues(request.getHeaders(), HttpHeader.ORIGIN);
        return sent.size() == 1 && isAllowed(sent.get(0)) ? Optional.of(sent.get(0)) : Optional.empty();
    }

    private boolean isOurs(String authority) {
        String host = HostName.of(authority);
        return HostName.isLoopback(host) || hosts.contains(host);
    }

    private boolean isAllowed(String origin) {
        String folded = origin.toLowerCase(Locale.ROOT);
        int scheme = folded.indexOf("://");
        boolean web = folded.startsWith("http://") || folded.startsWith("https://");
        return origins.contains(folded) || (web && HostName.isLoopback(HostName.of(folded.substring(scheme + 3))));
    }

    private Optional<Refusal> checkToken(List<String> authorizations) {
        if (authorizations.size() > 1) {
            return Optional.of(new Refusal(400, "The Authorization header stands more than once."));
        }
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String sent = authorizations.isEmpty() ? "" : authorizations.get(0);
        boolean bearer = sent.toLowerCase(Locale.ROOT).startsWith(BEARER);
        byte[] given = (bearer ? sent.substring(BEARER.length()).strip() : "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.get(), given)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        401,
                        "Send the server's token as \"Authorization: Bearer TOKEN\".",
                        "WWW-Authenticate",
                        "Bearer realm=\"toolsmith\""));
    }

    /** Why a request is no POST of a JSON message; empty when it is. */
    public Optional<Refusal> checkForm(Request request) {
        HttpFields headers = request.getHeaders();
        if (!request.getMethod().equals("POST")) {
            return Optional.of(new Refusal(405, "Messages are sent with POST.", "Allow", "POST"));
        }
        if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
            return Optional.of(new Refusal(415, "Content-Encoding is not supported; send the message as it is."));
        }
        if (!MediaTypes.isJson(rawValues(headers, HttpHeader.CONTENT_TYPE))) {
            return Optional.of(new Refusal(415, "Content-Type must be application/json."));
        }
        if (!MediaTypes.acceptJson(rawValues(headers, HttpHeader.ACCEPT))) {
            return Optional.of(new Refusal(406, "Accept must list application/json and text/event-stream."));
        }
        return request.getLength() > Limits.MESSAGE_BYTES ? Optional.of(tooLarge()) : Optional.empty();
    }

    static Refusal tooLarge() {
        return new Refusal(413, "A message has at most " + Limits.MESSAGE_BYTES + " bytes.", "Connection", "close");
    }

    private static List<String> rawValues(HttpFields headers, HttpHeader header) {
        return headers.stream()
                .filter(field -> field.getHeader() == header)
                .map(field -> field.getValue() == null ? "" : field.getValue())
                .toList();
    }
}
