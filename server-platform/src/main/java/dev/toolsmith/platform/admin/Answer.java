package dev.toolsmith.platform.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser is answered.
 *
 * @param status the HTTP status
 * @param headers header fields of this answer alone
 * @param body writes the content
 * @param cookie the session that it keeps from now on, an empty text to forget it; no value to leave it as it is
 */
record Answer(int status, Map<String, String> headers, Body body, Optional<String> cookie) {

    private static final String TYPE = "Content-Type";

    Answer {
        headers = Map.copyOf(headers);
    }

    /** Writes content. */
    interface Body {

        /** Writes it, and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A page or a part of one. */
    static Answer html(int status, byte[] html) {
        return new Answer(status, Map.of(TYPE, "text/html; charset=utf-8"), out -> out.write(html), Optional.empty());
    }

    /** Says where to look next, so that reloading repeats nothing. */
    static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), out -> {}, Optional.empty());
    }

    /** A few words without markup. */
    static Answer text(int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of(TYPE, "text/plain; charset=utf-8"), out -> out.write(bytes), Optional.empty());
    }

    /** Something to be kept as a file, as it is made. */
    static Answer file(String type, String name, Body body) {
        String disposition = "attachment; filename=\"" + name + "\"";
        return new Answer(200, Map.of(TYPE, type, "Content-Disposition", disposition), body, Optional.empty());
    }

    /** The same, with a session for the browser; an empty one takes it away. */
    Answer withCookie(String session) {
        return new Answer(status, headers, body, Optional.of(session));
    }
}
