package dev.toolsmith.it.rig;

import java.io.IOException;
import java.net.Socket;

/** How the stub answers one request. */
@FunctionalInterface
interface Reply {

    /**
     * Answers.
     *
     * @return whether the connection can take another request
     */
    boolean send(Arrival arrival, Socket socket) throws IOException;
}
