package dev.toolsmith.maven.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that descriptions may be downloaded from: https, or http on this machine; without a user.
 *
 * @param uri the URL, without a fragment
 */
record SourceUrl(URI uri) {

    static SourceUrl parse(String text) throws FetchFault {
        try {
            return checked(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new FetchFault(
                    "No URL: " + shown(text.strip()), "Write one such as https://api.example.com/openapi.json");
        }
    }

    /** Where a redirection leads from here. */
    SourceUrl redirected(Optional<String> location) throws FetchFault {
        if (location.isEmpty()) {
            throw new FetchFault(this + " redirects to nowhere", "Ask who runs it, or name another URL");
        }
        SourceUrl target;
        try {
            target = checked(uri.resolve(new URI(location.get())));
        } catch (URISyntaxException e) {
            throw new FetchFault(this + " redirects to what is no URL", "Ask who runs it, or name another URL");
        }
        if (target.isLoopback() && !isLoopback()) {
            throw new FetchFault(
                    this + " redirects to this machine (" + target + "), which is not followed",
                    "If that is right, name the target itself as the URL");
        }
        return target;
    }

    /** Whether both have scheme, host and port in common, so that a credential of one may be sent to the other. */
    boolean hasOriginOf(SourceUrl other) {
        return origin().equals(other.origin());
    }

    boolean isLoopback() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** For people: without the query, in which secrets may stand. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private static SourceUrl checked(URI given) throws FetchFault, URISyntaxException {
        String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
        if (given.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new FetchFault(
                    "Descriptions cannot be downloaded from " + shown(given),
                    "Write a URL such as https://api.example.com/openapi.json");
        }
        if (given.getRawUserInfo() != null) {
            throw new FetchFault(
                    "A user stands in the URL of " + given.getHost(),
                    "Keep credentials in a <server> of settings.xml and name its id: -Dtoolsmith.serverId=ID");
        }
        String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
        String path = given.getRawPath().isEmpty() ? "/" : given.getRawPath();
        SourceUrl url = new SourceUrl(
                new URI(scheme + "://" + given.getRawAuthority().toLowerCase(Locale.ROOT) + path + query));
        if (scheme.equals("http") && !url.isLoopback()) {
            throw new FetchFault(
                    url + " is not encrypted, and only this machine may do without",
                    "Write https:// instead of http://");
        }
        return url;
    }

    private static String shown(URI given) {
        if (given.getHost() == null) {
            return shown(given.toString());
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return (given.getScheme() == null ? "" : given.getScheme() + ":") + "//" + given.getHost() + port
                + given.getRawPath();
    }

    /** Of what cannot be taken apart: nothing behind the scheme where a user may stand in it, and no query. */
    private static String shown(String text) {
        if (text.indexOf('@') >= 0) {
            int host = text.indexOf("://");
            return (host < 0 || host > text.indexOf('@') ? "" : text.substring(0, host + 3)) + "***";
        }
        return text.split("[?#]", 2)[0];
    }

    private String origin() {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }
}
