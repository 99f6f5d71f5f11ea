package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL that paths are appended to, from the first entry of {@code servers}. */
final class ServerReader {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private final Diagnostics diagnostics;

    ServerReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The first server's URL without a trailing slash; reports why when it cannot be used. */
    Optional<String> baseUrl(Located owner) {
        if (owner.member("servers").elements().isEmpty()) {
            return Optional.empty();
        }
        Located server = owner.member("servers").elements().get(0);
        return filled(server).filter(url -> usable(url, server.at())).map(ServerReader::withoutTrailingSlash);
    }

    /** Whether a path item or operation has servers of its own that lead elsewhere, which is reported. */
    boolean leadsElsewhere(Located owner, Optional<String> baseUrl) {
        for (Located server : owner.member("servers").elements()) {
            String url = withoutTrailingSlash(server.text("url"));
            if (!baseUrl.equals(Optional.of(url))) {
                diagnostics.error(
                        "server-override",
                        server.at(),
                        "The server '" + Texts.excerpt(url) + "' is not the description's own",
                        "Describe an API on another server in a description of its own.");
                return true;
            }
        }
        return false;
    }

    private Optional<String> filled(Located server) {
        Matcher matcher = VARIABLE.matcher(server.text("url"));
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            JsonNode value =
                    server.node().path("variables").path(matcher.group(1)).path("default");
            String name = Texts.excerpt(matcher.group(1));
            if (!value.isValueNode() || value.isNull()) {
                unusable(server.at(), "The server variable '" + name + "' has no default");
                return Optional.empty();
            }
            diagnostics.warning(
                    "server-variable",
                    server.at(),
                    "The server variable '" + name + "' is fixed to its default '" + Texts.excerpt(value.asText())
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
                return unusable(at, "The server URL '" + Texts.excerpt(text) + "' names no host");
            }
            if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
                return unusable(at, "The server URL has a user, a query or a fragment");
            }
            return true;
        } catch (URISyntaxException e) {
            return unusable(at, "The server URL '" + Texts.excerpt(text) + "' is no URL");
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
