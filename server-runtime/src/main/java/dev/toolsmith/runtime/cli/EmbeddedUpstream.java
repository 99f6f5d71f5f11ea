package dev.toolsmith.runtime.cli;

import java.io.IOException;
import java.net.URI;

/** An API that runs inside the server's process. */
public interface EmbeddedUpstream {

    /** The app whose API it is: the word in tool names. */
    String app();

    /** Starts it on a free port of this machine. */
    Running start() throws IOException;

    /** A started API. */
    interface Running extends AutoCloseable {

        /** Where it is, as a base URL. */
        URI baseUrl();

        /** A credential that it takes. */
        String token();

        /** Stops it. */
        @Override
        void close();
    }
}
