package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a description file comes from.
 *
 * @param file the file's name, without folders
 * @param url what it was downloaded from, as it was asked for, before any redirection
 * @param date when this content was downloaded first
 * @param sha256 lower-case hex, over the file's bytes
 * @param bytes the file's size
 * @param etag the {@code ETag} header of the answer (RFC 9110)
 * @param lastModified the {@code Last-Modified} header of the answer, as it was sent
 */
public record PinnedSpec(
        String file,
        URI url,
        Instant date,
        String sha256,
        long bytes,
        Optional<String> etag,
        Optional<String> lastModified) {

    public PinnedSpec {
        if (file.isEmpty() || file.matches("(?s).*[/\\\\].*")) {
            throw new IllegalArgumentException("Not a file name without folders: " + file);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + sha256);
        }
    }

    ObjectNode toJson() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("file", file);
        row.put("url", url.toString());
        row.put("date", date.toString());
        row.put("sha256", sha256);
        row.put("bytes", bytes);
        etag.ifPresent(tag -> row.put("etag", tag));
        lastModified.ifPresent(date -> row.put("lastModified", date));
        return row;
    }
}
