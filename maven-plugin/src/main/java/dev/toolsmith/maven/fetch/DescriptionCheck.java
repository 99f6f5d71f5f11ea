package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out whether what was downloaded is a description at all. */
final class DescriptionCheck {

    private DescriptionCheck() {}

    /** The API that a document describes: the generator can read it, and at least one operation is in it. */
    static ApiDescription read(SourceUrl url, String name, Answer.Content content) throws FetchFault {
        Diagnostics diagnostics = new Diagnostics();
        Optional<ApiDescription> api = DescriptionReader.read(
                List.of(new DescriptionSource(name, content.bytes())), List.of(), ReadLimits.DEFAULTS, diagnostics);
        if (api.isPresent() && !api.get().operations().isEmpty()) {
            return api.get();
        }
        String why = diagnostics.all().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .map(Diagnostic::toText)
                .orElse("no operation is in it");
        throw new FetchFault(
                url + " answers what is no description"
                        + (content.mediaType().isEmpty() ? "" : " (" + content.mediaType() + ")") + ": " + why,
                isPage(content.bytes())
                        ? "It is a web page, perhaps one to sign in: name the URL of the description itself, or give"
                                + " credentials by serverId or tokenEnv"
                        : "Check the URL; the file was left as it was");
    }

    private static boolean isPage(byte[] bytes) {
        String begin = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        return begin.startsWith("<!doctype html") || begin.startsWith("<html");
    }
}
