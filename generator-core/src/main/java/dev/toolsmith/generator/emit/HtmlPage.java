package dev.toolsmith.generator.emit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * A page that needs nothing else: no other file and no network. Its policy (Content Security Policy 3) lets the browser
 * use this one style and this one script, told by their hashes, and nothing besides.
 */
public final class HtmlPage {

    private static final String STYLE = "page.css";

    private HtmlPage() {}

    /**
     * A whole page.
     *
     * @param title the title, not escaped yet
     * @param body the elements of the body
     */
    public static String of(String title, String body) {
        return of(title, body, Optional.empty());
    }

    /** A whole page whose last element is the script of this name. */
    static String of(String title, String body, Optional<String> scriptName) {
        String style = resource(STYLE);
        Optional<String> script = scriptName.map(HtmlPage::resource);
        StringBuilder page = new StringBuilder(body.length() + style.length() + 1024);
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(policy(style, script));
        page.append("\">\n<title>").append(HtmlText.escape(title)).append("</title>\n");
        page.append("<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n")
                .append(body);
        script.ifPresent(text -> page.append("<script>").append(text).append("</script>\n"));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String policy(String style, Optional<String> script) {
        String scripts = script.map(text -> "; script-src '" + hash(text) + "'").orElse("");
        return "default-src 'none'; style-src '" + hash(style) + "'" + scripts
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream bytes = HtmlPage.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new MissingResourceException("The generator's jar is not whole", HtmlPage.class.getName(), name);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
