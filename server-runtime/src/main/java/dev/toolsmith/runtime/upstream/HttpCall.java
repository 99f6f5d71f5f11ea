package dev.toolsmith.runtime.upstream;

import java.util.List;
import java.util.Optional;

/**
 * A request as it goes over the wire to a fixed host.
 *
 * @param method HTTP method, upper case
 * @param target path and query, encoded
 * @param headers the headers that arguments and credentials make
 * @param body what is sent, if anything
 * @param reads whether sending it twice does no harm
 */
record HttpCall(String method, String target, List<Header> headers, Optional<Content> body, boolean reads) {

    /** One header line. */
    record Header(String name, String value) {}

    /** A body and what it is called. */
    record Content(String mediaType, byte[] bytes) {}
}
