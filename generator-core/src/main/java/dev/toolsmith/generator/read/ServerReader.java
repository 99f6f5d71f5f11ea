package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL that paths are appended to, from the first entry of {@code servers}. */
final class ServerReader {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final Diagnostics diagnostics;
    private final String written;
    private final Optional<String> baseUrl;

    /** Takes the first server of the first document that has one; reports why when its URL cannot be used. */
    ServerReader(List<Located> roots, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        Optional<Located> server =
                roots.stream().flatMap(root -> first(root).stream()).findFirst();
        this.written = server.map(ServerReader::url).orElse("");
        this.baseUrl = server.flatMap(
                each -> filled(each).filter(url -> usable(url, each.at())).map(ServerReader::withoutTrailingSlash));
    }

    /** The URL without a trailing slash, variables filled in. */
    Optional<String> baseUrl() {
        return baseUrl;
    }

    /** Whether a document, path item or operation has a server of its own that is another one, which is reported. */
    boolean leadsElsewhere(Located owner) {
        Optional<Located> other = first(owner)
                .filter(server -> !url(server).equals(written))
                .filter(server -> !Optional.of(url(server)).equals(baseUrl));
        other.ifPresent(server -> diagnostics.error(
                "server-override",
                server.at(),
                "The server '" + VisibleText.excerpt(url(server)) + "' is not the description's own",
                "Describe an API on another server in a description of its own."));
        return other.isPresent();
    }

    private static Optional<Located> first(Located owner) {
        return owner.member("servers").elements().stream().findFirst();
    }

    private static String url(Located server) {
        return withoutTrailingSlash(server.text("url"));
    }

    private Optional<String> filled(Located server) {
        Matcher matcher = VARIABLE.matcher(server.text("url"));
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            JsonNode value =
                    server.node().path("variables").path(matcher.group(1)).path("default");
            String name = VisibleText.excerpt(matcher.group(1));
            if (!value.isValueNode() || value.isNull()) {
                unusable(server.at(), "The server variable '" + name + "' has no default");
                return Optional.empty();
            }
            diagnostics.warning(
                    "server-variable",
                    server.at(),
                    "The server variable '" + name + "' is fixed to its default '" + VisibleText.excerpt(value.asText())
                            + "'",
                    "Give the server another base URL if the default is not yours.");
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.asText()));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    private boolean usable(String text, SourcePointer at) {
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("https") || scheme.equals("http");
            if (!http || url.getHost() == null) {
                return unusable(at, "The server URL '" + VisibleText.excerpt(text) + "' names no host");
            }
            if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
                return unusable(at, "The server URL has a user, a query or a fragment");
            }
            return true;
        } catch (URISyntaxException e) {
            return unusable(at, "The server URL '" + VisibleText.excerpt(text) + "' is no URL");
        }
    }

    private boolean unusable(SourcePointer at, String message) {
        diagnostics.warning("no-base-url", at, message, "The base URL must be given when the server starts.");
        return false;
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
