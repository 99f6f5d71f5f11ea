package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.RequestBody;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a request's body in its encoding. */
final class BodyBytes {

    /** Of which nothing is said. */
    static final RequestBody.Part UNTOLD = new RequestBody.Part("", "", false);

    private BodyBytes() {}

    static HttpCall.Content of(RequestBody body, ToolArguments arguments) {
        JsonNode content = body.content();
        return switch (body.encoding()) {
            case JSON -> new HttpCall.Content(body.mediaType(), json(content));
            case FORM -> new HttpCall.Content(body.mediaType(), form(body));
            case MULTIPART -> Multipart.of(body);
            case TEXT -> new HttpCall.Content(body.mediaType() + ";charset=utf-8", utf8(ScalarText.of(content)));
            case BINARY -> binary(body, argument(content, arguments));
        };
    }

    static byte[] base64(JsonNode content, String argument) {
        try {
            return Base64.getMimeDecoder().decode(checked(content.asString(), argument));
        } catch (IllegalArgumentException e) {
            throw notBase64(argument);
        }
    }

    static byte[] json(JsonNode content) {
        return JsonTree.write(content);
    }

    /** Bytes alone, or a file, which may say what type it is. */
    private static HttpCall.Content binary(RequestBody body, String argument) {
        JsonNode content = body.content();
        if (FilePart.isFile(content)) {
            FilePart file = FilePart.of(content, argument, body.mediaType());
            return new HttpCall.Content(file.mediaType(), file.bytes());
        }
        return new HttpCall.Content(body.mediaType(), base64(content, argument));
    }

    private static byte[] form(RequestBody body) {
        QueryString form = new QueryString();
        for (Map.Entry<String, JsonNode> member : body.content().properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            RequestBody.Part part = body.parts().getOrDefault(name, UNTOLD);
            if (MediaTypes.isJson(part.mediaType())) {
                form.pair(name, ScalarText.json(value));
            } else if (!part.style().isEmpty()) {
                form.add(name, value, part.style(), part.explode());
            } else if (value.isArray()) {
                value.forEach(item -> form.pair(name, ScalarText.of(item)));
            } else {
                form.pair(name, value.isNull() ? "" : ScalarText.of(value));
            }
        }
        return utf8(form.toString());
    }

    private static String checked(String text, String argument) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean known =
                    (character < 128 && Character.isLetterOrDigit(character)) || "+/=\r\n".indexOf(character) >= 0;
            if (!known) {
                throw notBase64(argument);
            }
        }
        return text;
    }

    private static RefusedArgument notBase64(String argument) {
        return new RefusedArgument(
                "The argument \"" + argument + "\" must be Base64 of the bytes to send. Nothing was sent.");
    }

    private static String argument(JsonNode content, ToolArguments arguments) {
        return arguments.nameOf(content, "body").orElse("body");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
