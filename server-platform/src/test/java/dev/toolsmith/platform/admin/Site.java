package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.hosting.OpenHosting;
import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.transport.http.HttpListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The admin pages over real parts, served at a port of this machine. */
final class Site implements AutoCloseable {

    static final String EMAIL = "ada@example.com";
    static final String PASSWORD = "correct horse battery";

    final OpenHosting hosting;
    final Administrators administrators;
    final Semaphore exports = new Semaphore(2);
    private final HttpListener listener = HttpListener.at("127.0.0.1", 0);

    Site(Path folder) {
        hosting = new OpenHosting(folder);
        administrators = new Administrators(hosting.store(), hosting.tokens(), hosting.clock());
        try {
            listener.start(new AdminPages(new AdminParts(
                    administrators,
                    hosting.connections(),
                    hosting.servers(),
                    hosting.tools(),
                    hosting.apiTokens(),
                    hosting.store(),
                    exports,
                    Admission.byPlace("127.0.0.1", Optional.empty(), List.of()),
                    Optional.empty(),
                    hosting.clock())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + listener.port();
    }

    /** A browser that nobody has signed in with. */
    Browser browser() {
        return new Browser(origin());
    }

    /** A browser that the first administrator is signed in with. */
    Browser signedIn() {
        if (administrators.isEmpty()) {
            administrators.setUp(administrators.newSetupCode().orElseThrow(), EMAIL, PASSWORD, "192.0.2.1");
        }
        Browser browser = browser();
        browser.post("/admin/sign-in", "email", EMAIL, "password", PASSWORD);
        return browser;
    }

    @Override
    public void close() {
        listener.close();
        hosting.close();
    }
}
