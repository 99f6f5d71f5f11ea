package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes {@code multipart/form-data} (RFC 7578). The boundary is made of the content, so equal content is equal bytes. */
final class Multipart {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String boundary;

    private Multipart(String boundary) {
        this.boundary = boundary;
    }

    static HttpCall.Content of(RequestBody sent) {
        Multipart body = new Multipart("part-" + digest(BodyBytes.json(sent.content())));
        for (Map.Entry<String, JsonNode> member : sent.content().properties()) {
            if (!member.getValue().isNull()) {
                RequestBody.Part part = sent.parts().getOrDefault(member.getKey(), BodyBytes.UNTOLD);
                body.member(member.getKey(), member.getValue(), part);
            }
        }
        body.text("--" + body.boundary + "--\r\n");
        return new HttpCall.Content(sent.mediaType() + "; boundary=" + body.boundary, body.bytes.toByteArray());
    }

    private void member(String name, JsonNode value, RequestBody.Part part) {
        String mediaType = MediaTypes.firstOf(part.mediaType());
        if (MediaTypes.isJson(mediaType) && !FilePart.isFile(value)) {
            json(name, value, mediaType);
        } else if (!part.style().isEmpty()) {
            for (StyledPair pair : StyledPair.of(name, value, part.style(), part.explode())) {
                field(pair.name(), pair.text(), "");
            }
        } else if (value.isArray()) {
            value.forEach(item -> one(name, item, mediaType));
        } else {
            one(name, value, mediaType);
        }
    }

    private void one(String name, JsonNode value, String mediaType) {
        if (FilePart.isFile(value)) {
            FilePart file = FilePart.of(value, name, mediaType.isEmpty() ? "application/octet-stream" : mediaType);
            String filename = file.filename().isEmpty() ? name : file.filename();
            head(name, "; filename=\"" + quoted(filename) + "\"", file.mediaType());
            bytes.writeBytes(file.bytes());
            text("\r\n");
        } else if (value.isContainer()) {
            json(name, value, "application/json");
        } else if (!value.isNull()) {
            field(name, ScalarText.of(value), mediaType);
        }
    }

    private void json(String name, JsonNode value, String mediaType) {
        head(name, "", mediaType);
        bytes.writeBytes(BodyBytes.json(value));
        text("\r\n");
    }

    private void field(String name, String value, String mediaType) {
        head(name, "", mediaType);
        text(value + "\r\n");
    }

    private void head(String name, String filename, String mediaType) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"" + filename + "\r\n"
                + (mediaType.isEmpty() ? "" : "Content-Type: " + mediaType + "\r\n") + "\r\n");
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
