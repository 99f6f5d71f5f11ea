package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.stream.Collectors;

/** The call that gives a request its body, in the media type that the API wants. */
final class BodyCall {

    /** How much of a line of 120 characters is left after the indentation of a chained call. */
    private static final int WIDTH = 120 - 16;

    private static final String DEEPER = "\n" + " ".repeat(8);

    private BodyCall() {}

    /** A body that is one value. */
    static String of(ToolModel tool, String value) {
        String mediaType = tool.bodyMediaType().orElseThrow();
        return switch (mediaType) {
            case "application/json" -> ".jsonBody(%s)".formatted(value);
            case "application/x-www-form-urlencoded" -> ".formBody(%s)".formatted(value);
            case "multipart/form-data" -> ".multipartBody(%s)".formatted(value);
            default -> typed(mediaType, value);
        };
    }

    /** A body that is an object of arguments. */
    static String of(ToolModel tool, List<BodyProperty> properties) {
        List<String> names = properties.stream()
                .filter(each -> !isRenamed(each))
                .map(each -> JavaLiteral.of(each.argument()))
                .toList();
        List<String> renamings = properties.stream()
                .filter(BodyCall::isRenamed)
                .map(each -> ".as(%s, %s)".formatted(JavaLiteral.of(each.argument()), JavaLiteral.of(each.property())))
                .toList();
        String line = of(tool, "args.only(" + String.join(", ", names) + ")" + String.join("", renamings));
        return line.length() < WIDTH ? line : of(tool, "args.only(" + wrapped(names) + ")" + lines(renamings));
    }

    private static String typed(String mediaType, String value) {
        String type = JavaLiteral.of(mediaType);
        if (mediaType.endsWith("+json")) {
            return ".jsonBody(%s, %s)".formatted(value, type);
        }
        String method = mediaType.startsWith("text/") ? "textBody" : "binaryBody";
        return ".%s(%s, %s)".formatted(method, value, type);
    }

    private static String wrapped(List<String> names) {
        String line = String.join(", ", names);
        if (line.length() < WIDTH - ".jsonBody(args.only(".length()) {
            return line;
        }
        return DEEPER + String.join("," + DEEPER, names);
    }

    private static String lines(List<String> calls) {
        return calls.stream().map(call -> DEEPER + call).collect(Collectors.joining());
    }

    private static boolean isRenamed(BodyProperty property) {
        return !property.argument().equals(property.property());
    }
}
