package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiBody;
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.ToolBody;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the body that a description asks for is written. */
final class BodyWriting {

    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]+/[A-Za-z0-9!#$%&'+.^_`|~-]+(\\s*;[ -~]*)?");

    private static final Set<String> STYLES = Set.of("form", "spaceDelimited", "pipeDelimited", "deepObject");

    private BodyWriting() {}

    static ToolBody of(ApiBody body) {
        return new ToolBody(encoding(body), body.contentType(), parts(body));
    }

    /** What is said of a field that no request can be built with. */
    static Optional<ApiBody.Encoding> unknownStyle(ApiBody body) {
        return body.isForm() || body.isMultipart()
                ? body.encodings().stream()
                        .filter(each -> !each.style().isEmpty() && !STYLES.contains(each.style()))
                        .findFirst()
                : Optional.empty();
    }

    private static ToolBody.Encoding encoding(ApiBody body) {
        if (body.isJson()) {
            return ToolBody.Encoding.JSON;
        }
        if (body.isForm()) {
            return ToolBody.Encoding.FORM;
        }
        if (body.isMultipart()) {
            return ToolBody.Encoding.MULTIPART;
        }
        return body.isText() ? ToolBody.Encoding.TEXT : ToolBody.Encoding.BINARY;
    }

    private static List<BodyPart> parts(ApiBody body) {
        boolean members = body.isForm() || body.isMultipart();
        return members
                ? body.encodings().stream().flatMap(each -> part(each).stream()).toList()
                : List.of();
    }

    /** A style says all; else the first type named that is no range, for it is what a part can be called. */
    private static Optional<BodyPart> part(ApiBody.Encoding encoding) {
        if (STYLES.contains(encoding.style())) {
            return Optional.of(new BodyPart(encoding.property(), "", encoding.style(), encoding.explode()));
        }
        return Arrays.stream(encoding.contentType().split(",", -1))
                .map(String::strip)
                .filter(type -> CONTENT_TYPE.matcher(type).matches())
                .findFirst()
                .map(type -> new BodyPart(encoding.property(), lower(type), "", false));
    }

    private static String lower(String type) {
        int parameters = type.indexOf(';');
        return parameters < 0
                ? type.toLowerCase(Locale.ROOT)
                : type.substring(0, parameters).toLowerCase(Locale.ROOT) + type.substring(parameters);
    }
}
