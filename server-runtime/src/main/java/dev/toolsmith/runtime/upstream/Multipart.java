package dev.toolsmith.runtime.upstream;

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

    static HttpCall.Content of(String mediaType, JsonNode content) {
        Multipart body = new Multipart("part-" + digest(BodyBytes.json(content)));
        for (Map.Entry<String, JsonNode> member : content.properties()) {
            if (member.getValue().isArray()) {
                member.getValue().forEach(item -> body.part(member.getKey(), item));
            } else if (!member.getValue().isNull()) {
                body.part(member.getKey(), member.getValue());
            }
        }
        body.text("--" + body.boundary + "--\r\n");
        return new HttpCall.Content(mediaType + "; boundary=" + body.boundary, body.bytes.toByteArray());
    }

    private void part(String name, JsonNode value) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"");
        if (value.isObject() && value.path("base64").isString()) {
            String filename = value.path("filename").asString(name);
            text("; filename=\"" + quoted(filename) + "\"\r\nContent-Type: " + mediaType(value) + "\r\n\r\n");
            bytes.writeBytes(BodyBytes.base64(value.path("base64"), name));
        } else if (value.isContainer()) {
            text("\r\nContent-Type: application/json\r\n\r\n");
            bytes.writeBytes(BodyBytes.json(value));
        } else {
            text("\r\n\r\n" + ScalarText.of(value));
        }
        text("\r\n");
    }

    private static String mediaType(JsonNode value) {
        String given = value.path("content_type").asString("application/octet-stream");
        for (int i = 0; i < given.length(); i++) {
            if (given.charAt(i) < ' ' || given.charAt(i) > '~') {
                throw new RefusedArgument("The argument \"content_type\" must be printable ASCII. Nothing was sent.");
            }
        }
        return given;
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
