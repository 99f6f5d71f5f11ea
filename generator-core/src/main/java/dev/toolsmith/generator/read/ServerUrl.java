package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of one server object, its variables included. */
final class ServerUrl {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final String GIVEN_LATER = "The base URL must be given when the server starts.";

    private final Located server;
    private final Diagnostics diagnostics;
    private final List<ApiServer.Variable> variables = new ArrayList<>();

    ServerUrl(Located server, Diagnostics diagnostics) {
        this.server = server;
        this.diagnostics = diagnostics;
    }

    /** What the URL says; reports why when no request can be sent to it. */
    ApiServer read() {
        String written = server.text("url");
        if (written.startsWith("//")) {
            written = "https:" + written;
        }
        Optional<String> filled = filled(written);
        if (filled.isEmpty()) {
            return ApiServer.UNKNOWN;
        }
        String url = filled.get();
        if (url.startsWith("/") && isPath(url)) {
            return relative(withoutTrailingSlash(url));
        }
        if (!isUsable(url)) {
            return ApiServer.UNKNOWN;
        }
        variables.forEach(this::tell);
        Optional<String> template = variables.isEmpty() ? Optional.empty() : Optional.of(withoutTrailingSlash(written));
        return new ApiServer(Optional.of(withoutTrailingSlash(url)), Optional.empty(), template, variables);
    }

    static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private ApiServer relative(String path) {
        unusable(
                "The server URL '" + VisibleText.excerpt(server.text("url")) + "' names no host",
                path.isEmpty()
                        ? GIVEN_LATER
                        : "The base URL must be given when the server starts, with this path: https://HOST"
                                + VisibleText.excerpt(path) + ".");
        Optional<String> basePath = Optional.of(path).filter(each -> !each.isEmpty());
        return new ApiServer(Optional.empty(), basePath, Optional.empty(), List.of());
    }

    private Optional<String> filled(String written) {
        Matcher matcher = VARIABLE.matcher(written);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            JsonNode variable = server.node().path("variables").path(name);
            JsonNode value = variable.path("default");
            if (!value.isValueNode() || value.isNull()) {
                unusable("The server variable '" + VisibleText.excerpt(name) + "' has no default", GIVEN_LATER);
                return Optional.empty();
            }
            if (variables.stream().noneMatch(each -> each.name().equals(name))) {
                variables.add(new ApiServer.Variable(name, value.asText(), values(variable.path("enum"))));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.asText()));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    private static List<String> values(JsonNode listed) {
        List<String> values = new ArrayList<>();
        listed.forEach(each -> values.add(each.asText()));
        return values;
    }

    private void tell(ApiServer.Variable variable) {
        diagnostics.info(
                "server-variable",
                server.at(),
                "The server variable '" + VisibleText.excerpt(variable.name()) + "' is '"
                        + VisibleText.excerpt(variable.defaultValue()) + "' unless the server is configured otherwise",
                "");
    }

    private static boolean isPath(String text) {
        try {
            URI url = new URI(text);
            return url.getRawQuery() == null && url.getRawFragment() == null && url.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isUsable(String text) {
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("https") || scheme.equals("http");
            if (!http || url.getHost() == null) {
                return unusable("The server URL '" + VisibleText.excerpt(text) + "' names no host", GIVEN_LATER);
            }
            if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
                return unusable("The server URL has a user, a query or a fragment", GIVEN_LATER);
            }
            return true;
        } catch (URISyntaxException e) {
            return unusable("The server URL '" + VisibleText.excerpt(text) + "' is no URL", GIVEN_LATER);
        }
    }

    private boolean unusable(String message, String hint) {
        diagnostics.warning("no-base-url", server.at(), message, hint);
        return false;
    }
}
