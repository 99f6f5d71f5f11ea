package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.List;
import java.util.Optional;

/** Where an API is, from the first entry of {@code servers}. */
final class ServerReader {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Diagnostics diagnostics;
    private final String written;
    private final ApiServer server;

    /**
     * Takes the first server of the first document that has one, or else the first that a path or operation has; reports
     * why when its URL cannot be used.
     */
    ServerReader(List<Located> roots, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        Optional<Located> first = roots.stream()
                .flatMap(root -> first(root).stream())
                .findFirst()
                .or(() -> roots.stream()
                        .flatMap(root -> firstInside(root.member("paths")).stream())
                        .findFirst());
        this.written = first.map(ServerReader::url).orElse("");
        this.server = first.map(each -> new ServerUrl(each, diagnostics).read()).orElse(ApiServer.UNKNOWN);
    }

    /** The server that all operations are called at. */
    ApiServer server() {
        return server;
    }

    /** Whether a document, path item or operation has a server of its own that is another one, which is reported. */
    boolean leadsElsewhere(Located owner) {
        Optional<Located> other = first(owner)
                .filter(each -> !url(each).equals(written))
                .filter(each -> !Optional.of(url(each)).equals(server.baseUrl()));
        other.ifPresent(each -> diagnostics.error(
                "server-override",
                each.at(),
                "The server '" + VisibleText.excerpt(url(each)) + "' is not the description's own",
                "Describe an API on another server in a description of its own."));
        return other.isPresent();
    }

    private static Optional<Located> first(Located owner) {
        return owner.member("servers").elements().stream().findFirst();
    }

    private static Optional<Located> firstInside(Located paths) {
        for (String path : paths.names()) {
            Located item = paths.member(path);
            Optional<Located> found = first(item)
                    .or(() -> METHODS.stream()
                            .flatMap(method -> first(item.member(method)).stream())
                            .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String url(Located server) {
        return ServerUrl.withoutTrailingSlash(server.text("url"));
    }
}
