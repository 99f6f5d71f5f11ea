package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which header parameters may become arguments. */
final class HeaderNames {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+"); // RFC 9110, 5.6.2
    private static final Set<String> IGNORED = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent");
    private static final Set<String> RESERVED = Set.of(
            "cookie",
            "expect",
            "forwarded",
            "keep-alive",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");
    private static final Set<String> RESERVED_PREFIXES = Set.of("content-", "proxy-", "x-forwarded-");

    private HeaderNames() {}

    /**
     * Reports a header that callers must not set. {@code Accept}, {@code Content-Type} and {@code Authorization} are
     * passed over, as OpenAPI says, and so are others that every request has anyway.
     */
    static boolean usable(String name, SourcePointer at, Diagnostics diagnostics) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (IGNORED.contains(lower)) {
            diagnostics.info("ignored-header", at, "The header parameter '" + name + "' is ignored", "");
            return false;
        }
        if (!TOKEN.matcher(name).matches()) {
            diagnostics.error(
                    "invalid-parameter",
                    at,
                    "'" + VisibleText.excerpt(name) + "' is no header name",
                    "Use letters, digits and hyphens; the argument is left out.");
            return false;
        }
        if (RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith)) {
            diagnostics.error(
                    "reserved-header",
                    at,
                    "The header '" + VisibleText.excerpt(name) + "' must not be an argument",
                    "Remove the parameter; the server sets such headers itself.");
            return false;
        }
        return true;
    }
}
