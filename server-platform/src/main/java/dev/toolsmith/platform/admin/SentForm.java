package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.runtime.transport.http.BodyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** A form as a browser sent it. */
final class SentForm {

    private static final int MOST_FIELDS = 500;
    private static final int MOST_BYTES = 64 * 1024;
    private static final long LONGEST_SECONDS = 30;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final String type;
    private final byte @Nullable [] bytes;

    private SentForm(String type, byte @Nullable [] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Reads a request's form without holding a thread; what is wrong with it is told when it is asked for. */
    static CompletableFuture<SentForm> of(Request request) {
        String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        if (!request.getMethod().equals("POST") || request.getLength() > MOST_BYTES) {
            return CompletableFuture.completedFuture(new SentForm(type, null));
        }
        return new BodyReader(request, MOST_BYTES, LONGEST_SECONDS)
                .body()
                .handle((bytes, failure) -> new SentForm(type, bytes));
    }

    /**
     * What was filled in.
     *
     * @throws ProblemException 415 when it is no form, 400 when it did not arrive whole or is too long
     */
    Fields fields() {
        if (!type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
            throw ProblemException.of(415, "unsupported_media_type", "Forms are sent as " + TYPE + ".", "");
        }
        if (bytes == null) {
            throw unreadable();
        }
        Fields fields = new Fields(true);
        try {
            UrlEncoded.decodeUtf8To(new ByteArrayInputStream(bytes), fields, MOST_BYTES, MOST_FIELDS);
        } catch (IOException | RuntimeException e) {
            throw unreadable();
        }
        return fields;
    }

    private static ProblemException unreadable() {
        return ProblemException.of(400, "invalid_form", "This form is too long or cannot be read.", "");
    }
}
