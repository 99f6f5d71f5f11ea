package dev.toolsmith.it;

import tools.jackson.databind.JsonNode;

/**
 * A running server and a raw connection to it.
 *
 * @param process the server
 * @param rpc the connection
 * @param hello what the server said to {@code initialize}
 */
record Connection(ServerProcess process, Rpc rpc, JsonNode hello) implements AutoCloseable {

    @Override
    public void close() {
        rpc.close();
        process.close();
    }
}
