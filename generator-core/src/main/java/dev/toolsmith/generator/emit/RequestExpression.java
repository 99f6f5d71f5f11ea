package dev.toolsmith.generator.emit;

import com.palantir.javapoet.CodeBlock;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.CookieArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.HeaderArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.QueryArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.WholeBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The expression that builds a tool's request: one call for the method, and one for each value it carries, a line each unless there is only one. */
final class RequestExpression {

    /** What is left of a line of 120 characters beside its indentation and {@code return ApiRequest…;}. */
    private static final int WIDTH = 120 - 8 - "return ApiRequest;".length();

    private RequestExpression() {}

    static CodeBlock of(ToolModel tool) {
        String begin = ".%s(%s)".formatted(factory(tool.httpMethod()), JavaLiteral.of(tool.path()));
        List<String> calls = calls(tool);
        boolean onOneLine = calls.size() == 1 && begin.length() + calls.get(0).length() <= WIDTH;
        String values =
                calls.stream().map(call -> onOneLine ? call : "\n" + call).collect(Collectors.joining());
        return CodeBlock.of("$T$L$L", RuntimeTypes.API_REQUEST, begin, values);
    }

    private static String factory(String httpMethod) {
        return switch (httpMethod) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> httpMethod.toLowerCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("No tool can send " + httpMethod);
        };
    }

    private static List<String> calls(ToolModel tool) {
        List<String> calls = new ArrayList<>();
        List<BodyProperty> properties = new ArrayList<>();
        for (ArgumentBinding binding : tool.bindings()) {
            if (binding instanceof BodyProperty property) {
                properties.add(property);
            } else if (binding instanceof WholeBody whole) {
                calls.addAll(BodyCall.of(tool, value(whole)));
            } else if (!(binding instanceof ServerArgument)) {
                calls.add(parameterCall(binding));
            }
        }
        if (!properties.isEmpty()) {
            calls.addAll(BodyCall.of(tool, properties));
        }
        return calls;
    }

    private static String parameterCall(ArgumentBinding binding) {
        if (binding instanceof PathArgument path) {
            boolean usual = path.style().equals("simple") && !path.explode();
            return call("path", path.parameter(), path, usual ? "" : style(path.style(), path.explode()));
        }
        if (binding instanceof QueryArgument query) {
            boolean usual = query.style().equals("form") && query.explode();
            return call("query", query.parameter(), query, usual ? "" : style(query.style(), query.explode()));
        }
        if (binding instanceof HeaderArgument header) {
            boolean usual = header.style().equals("simple") && !header.explode();
            return call("header", header.parameter(), header, usual ? "" : style(header.style(), header.explode()));
        }
        if (binding instanceof CookieArgument cookie) {
            boolean usual = cookie.style().equals("form") && !cookie.explode();
            return call("cookie", cookie.parameter(), cookie, usual ? "" : style(cookie.style(), cookie.explode()));
        }
        throw new IllegalArgumentException("Not a parameter: " + binding);
    }

    private static String style(String style, boolean explode) {
        return ", " + JavaLiteral.of(style) + ", " + explode;
    }

    private static String call(String method, String parameter, ArgumentBinding binding, String style) {
        return ".%s(%s, %s%s)".formatted(method, JavaLiteral.of(parameter), value(binding), style);
    }

    private static String value(ArgumentBinding binding) {
        String method = binding.required() ? "required" : "optional";
        return "args.%s(%s)".formatted(method, JavaLiteral.of(binding.argument()));
    }
}
