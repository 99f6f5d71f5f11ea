package dev.toolsmith.platform.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads a request's body: JSON in UTF-8, as it is, not too long and not too slowly. */
final class RequestBody {

    private static final int MOST_BYTES = 64 * 1024;

    /** So much of a longer one is read all the same: many clients see no answer before they have sent everything. */
    private static final int MOST_SKIPPED_BYTES = 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private RequestBody() {}

    /** The body as text; empty when there is none. */
    static String text(Request request) {
        if (request.getLength() == 0) {
            return "";
        }
        if (request.getLength() > MOST_SKIPPED_BYTES) {
            throw tooLarge().with("Connection", "close");
        }
        byte[] bytes = bytes(request);
        if (bytes.length > 0) {
            checkForm(request.getHeaders());
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

    private static byte[] bytes(Request request) {
        long end = System.nanoTime() + LONGEST.toNanos();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
        int read = 0;
        byte[] buffer = new byte[8 * 1024];
        try (InputStream in = Content.Source.asInputStream(request)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read += count;
                if (read <= MOST_BYTES) {
                    kept.write(buffer, 0, count);
                } else if (read > MOST_SKIPPED_BYTES) {
                    throw tooLarge().with("Connection", "close");
                }
                if (System.nanoTime() - end > 0) {
                    throw Refused.of(408, "body_timeout", "The body did not arrive within 30 seconds.")
                            .with("Connection", "close");
                }
            }
        } catch (IOException e) {
            throw Refused.of(400, "body_incomplete", "The body did not arrive whole.")
                    .with("Connection", "close");
        }
        if (read > MOST_BYTES) {
            throw tooLarge();
        }
        return kept.toByteArray();
    }

    private static Refused tooLarge() {
        return Refused.of(413, "body_too_large", "A body has at most " + MOST_BYTES + " bytes.");
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
