package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses a body, never to more than a limit. */
final class ContentCoding {

    private ContentCoding() {}

    static byte[] decode(String encoding, byte[] body, int most) {
        return switch (encoding) {
            case "identity", "" -> body;
            case "gzip", "x-gzip" -> body.length == 0 ? body : gunzip(body, most);
            default -> throw new UpstreamFailure(Reason.INVALID, true);
        };
    }

    private static byte[] gunzip(byte[] body, int most) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(most + 1);
            if (plain.length > most) {
                throw new UpstreamFailure(Reason.TOO_LARGE, true);
            }
            return plain;
        } catch (EOFException e) {
            throw new UpstreamFailure(Reason.INCOMPLETE, true);
        } catch (IOException e) {
            throw new UpstreamFailure(Reason.INVALID, true);
        }
    }
}
