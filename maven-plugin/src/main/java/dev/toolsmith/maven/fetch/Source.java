package dev.toolsmith.maven.fetch;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** One description to download, as a POM writes it. */
public final class Source {

    private @Nullable String url;
    private @Nullable File file;
    private @Nullable String serverId;
    private @Nullable String tokenEnv;

    /** A source for Maven to fill. */
    public Source() {}

    Source(String url, File file, @Nullable String serverId, @Nullable String tokenEnv) {
        this.url = url;
        this.file = file;
        this.serverId = serverId;
        this.tokenEnv = tokenEnv;
    }

    /** Where the description is published; https, or http on this machine. */
    @Nullable
    String url() {
        return url;
    }

    /** The file that it is kept in. */
    @Nullable
    File file() {
        return file;
    }

    /** The {@code <server>} of the settings whose credentials the URL asks for, if it does. */
    @Nullable
    String serverId() {
        return serverId;
    }

    /** The environment variable with the bearer token that the URL asks for, if it does. */
    @Nullable
    String tokenEnv() {
        return tokenEnv;
    }
}
