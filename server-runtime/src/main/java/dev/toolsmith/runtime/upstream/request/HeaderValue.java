package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks an argument that becomes a header or a cookie. */
final class HeaderValue {

    private static final Set<String> OURS = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "cookie",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");

    private HeaderValue() {}

    /** The value of a header, in style simple. */
    static String of(ApiRequest.Parameter parameter, ToolArguments arguments) {
        String name = parameter.parameter();
        String argument = arguments.nameOf(parameter.value(), name).orElse(name);
        if (isOurs(name.toLowerCase(Locale.ROOT))) {
            throw new RefusedArgument("The argument \"" + argument + "\" would set the header " + name
                    + ", which only the server sets. Leave it out. Nothing was sent.");
        }
        return checked(text(parameter), argument, "");
    }

    private static String text(ApiRequest.Parameter parameter) {
        JsonNode value = parameter.value();
        if (parameter.style().equals("json")) {
            return ScalarText.asciiJson(value);
        }
        if (!value.isContainer()) {
            return ScalarText.of(value);
        }
        if (!parameter.explode() || value.isArray()) {
            return String.join(",", StyledPair.flat(value));
        }
        List<String> members = new ArrayList<>();
        for (StyledPair pair : StyledPair.of("", value, "form", true)) {
            members.add(pair.name() + "=" + pair.text());
        }
        return String.join(",", members);
    }

    /** The cookies of a parameter in style form, {@code name=value} each; exploded, one for every item or member. */
    static List<String> cookies(ApiRequest.Parameter parameter, ToolArguments arguments) {
        String argument =
                arguments.nameOf(parameter.value(), parameter.parameter()).orElse(parameter.parameter());
        if (parameter.style().equals("json")) {
            return List.of(parameter.parameter() + "=" + PercentEncoding.of(ScalarText.json(parameter.value())));
        }
        List<String> cookies = new ArrayList<>();
        for (StyledPair pair : StyledPair.of(parameter.parameter(), parameter.value(), "form", parameter.explode())) {
            List<String> items = new ArrayList<>();
            pair.items().forEach(item -> items.add(checked(item, argument, ";, \"\\")));
            String name = pair.name();
            if (!name.equals(parameter.parameter())) {
                checked(name, argument, ";, \"\\=");
            }
            cookies.add(name + "=" + String.join(",", items));
        }
        return cookies;
    }

    private static String checked(String value, String argument, String separators) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' || character > '~' || separators.indexOf(character) >= 0) {
                throw new RefusedArgument("The argument \"" + argument
                        + "\" must be printable ASCII"
                        + (separators.isEmpty()
                                ? ""
                                : " without " + "blanks, commas, semicolons, quotes and backslashes")
                        + ", as it is sent in a " + (separators.isEmpty() ? "header" : "cookie")
                        + ". Nothing was sent.");
            }
        }
        return value;
    }

    private static boolean isOurs(String name) {
        return OURS.contains(name)
                || name.startsWith("content-")
                || name.startsWith("proxy-")
                || name.startsWith("x-forwarded-");
    }
}
