package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.util.Locale;
import java.util.Set;

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

    static String of(ApiRequest.Parameter parameter, ToolArguments arguments) {
        String name = parameter.parameter();
        String argument = arguments.nameOf(parameter.value(), name).orElse(name);
        if (parameter.place() == ApiRequest.Place.HEADER && isOurs(name.toLowerCase(Locale.ROOT))) {
            throw new RefusedArgument("The argument \"" + argument + "\" would set the header " + name
                    + ", which only the server sets. Leave it out. Nothing was sent.");
        }
        String value = parameter.value().isContainer()
                ? String.join(",", QueryString.flat(parameter.value()))
                : ScalarText.of(parameter.value());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean separates = parameter.place() == ApiRequest.Place.COOKIE && ";, \"\\".indexOf(character) >= 0;
            if (character < ' ' || character > '~' || separates) {
                throw new RefusedArgument("The argument \"" + argument
                        + "\" must be printable ASCII, as it is sent in a header. Nothing was sent.");
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
