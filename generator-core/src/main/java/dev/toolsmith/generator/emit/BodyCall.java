package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The calls that give a request its body, in the media type that the API wants. */
final class BodyCall {

    /** How much of a line of 120 characters is left after the indentation of a chained call. */
    private static final int WIDTH = 120 - 16;

    private static final String DEEPER = "\n" + " ".repeat(8);

    private BodyCall() {}

    /** A body that is one value. */
    static List<String> of(ToolModel tool, String value) {
        ToolBody body = tool.body().orElseThrow();
        List<String> calls = new ArrayList<>();
        calls.add("." + method(body.encoding()) + "(" + value + ")");
        if (!body.mediaType().equals(impliedType(body.encoding()))) {
            calls.add(".contentType(" + JavaLiteral.of(body.mediaType()) + ")");
        }
        body.parts().forEach(part -> calls.add(partCall(part)));
        return calls;
    }

    private static String partCall(BodyPart part) {
        String property = JavaLiteral.of(part.property());
        return part.style().isEmpty()
                ? ".typed(%s, %s)".formatted(property, JavaLiteral.of(part.mediaType()))
                : ".styled(%s, %s, %s)".formatted(property, JavaLiteral.of(part.style()), part.explode());
    }

    /** A body that is an object of arguments. */
    static List<String> of(ToolModel tool, List<BodyProperty> properties) {
        List<String> names = properties.stream()
                .filter(each -> !isRenamed(each))
                .map(each -> JavaLiteral.of(each.argument()))
                .toList();
        List<String> renamings = properties.stream()
                .filter(BodyCall::isRenamed)
                .map(each -> ".as(%s, %s)".formatted(JavaLiteral.of(each.argument()), JavaLiteral.of(each.property())))
                .toList();
        String line = "args.only(" + String.join(", ", names) + ")" + String.join("", renamings);
        boolean fits = line.length() < WIDTH - ".multipartBody()".length();
        String indent = renamings.isEmpty() ? DEEPER : DEEPER + " ".repeat(8);
        return of(tool, fits ? line : "args.only(" + wrapped(names, indent) + ")" + lines(renamings));
    }

    private static String method(ToolBody.Encoding encoding) {
        return encoding.name().toLowerCase(Locale.ROOT) + "Body";
    }

    /** What the runtime calls a body of this encoding unless told otherwise. */
    private static String impliedType(ToolBody.Encoding encoding) {
        return switch (encoding) {
            case JSON -> "application/json";
            case FORM -> "application/x-www-form-urlencoded";
            case MULTIPART -> "multipart/form-data";
            case TEXT -> "text/plain";
            case BINARY -> "application/octet-stream";
        };
    }

    private static String wrapped(List<String> names, String indent) {
        String line = String.join(", ", names);
        if (line.length() < WIDTH - ".jsonBody(args.only(".length()) {
            return line;
        }
        return indent + String.join("," + indent, names);
    }

    private static String lines(List<String> calls) {
        return calls.stream().map(call -> DEEPER + call).collect(Collectors.joining());
    }

    private static boolean isRenamed(BodyProperty property) {
        return !property.argument().equals(property.property());
    }
}
