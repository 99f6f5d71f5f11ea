package dev.toolsmith.platform.api;

import dev.toolsmith.runtime.transport.http.BodyReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request's body: JSON in UTF-8, as it is, not too long and not too slowly. */
final class RequestBody {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final byte[] NOTHING = {};
    private static final int MOST_BYTES = 64 * 1024;

    /** So much of a longer one is read all the same: many clients see no answer before they have sent everything. */
    private static final int MOST_SKIPPED_BYTES = 1024 * 1024;

    private static final long LONGEST_SECONDS = 30;

    private final HttpFields headers;
    private final byte[] bytes;
    private final Optional<Refused> refused;

    private RequestBody(HttpFields headers, byte[] bytes, Optional<Refused> refused) {
        this.headers = headers;
        this.bytes = bytes;
        this.refused = refused;
    }

    /** Reads a request's body without holding a thread; what is wrong with it is told when it is asked for. */
    static CompletableFuture<RequestBody> of(Request request) {
        HttpFields headers = request.getHeaders();
        if (!WITH_BODY.contains(request.getMethod())) {
            return CompletableFuture.completedFuture(new RequestBody(headers, NOTHING, Optional.empty()));
        }
        if (request.getLength() > MOST_SKIPPED_BYTES) {
            return CompletableFuture.completedFuture(new RequestBody(headers, NOTHING, Optional.of(tooLarge())));
        }
        return new BodyReader(request, MOST_BYTES, MOST_SKIPPED_BYTES, LONGEST_SECONDS)
                .body()
                .handle((bytes, failure) -> bytes == null
                        ? new RequestBody(headers, NOTHING, Optional.of(refusal(failure)))
                        : new RequestBody(headers, bytes, Optional.empty()));
    }

    private static Refused refusal(@Nullable Throwable failure) {
        if (failure instanceof BodyReader.TooLarge) {
            return tooLarge();
        }
        Refused refused = failure instanceof TimeoutException
                ? Refused.of(408, "body_timeout", "The body did not arrive within " + LONGEST_SECONDS + " seconds.")
                : Refused.of(400, "body_incomplete", "The body did not arrive whole.");
        return refused.with("Connection", "close");
    }

    /** The body as text; empty when there is none. */
    String text() {
        if (refused.isPresent()) {
            throw refused.get();
        }
        if (bytes.length > 0) {
            checkForm(headers);
        }
        return utf8(bytes);
    }

    private static void checkForm(HttpFields headers) {
        if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
            throw Refused.of(415, "content_encoding", "Content-Encoding is not supported; send the body as it is.");
        }
        List<String> types = headers.getValuesList(HttpHeader.CONTENT_TYPE);
        if (types.size() != 1 || !isJson(types.get(0))) {
            throw Refused.of(415, "content_type", "Content-Type must be application/json.");
        }
    }

    private static boolean isJson(String type) {
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !parameter.matches("charset=\"?utf-8\"?")) {
                return false;
            }
        }
        return true;
    }

    private static Refused tooLarge() {
        return Refused.of(413, "body_too_large", "A body has at most " + MOST_BYTES + " bytes.")
                .with("Connection", "close");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.of(400, "invalid_json", "The body is not UTF-8.");
        }
    }
}
