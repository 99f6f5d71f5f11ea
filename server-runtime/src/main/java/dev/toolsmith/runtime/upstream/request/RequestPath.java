package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;

/** Fills a path template and proves that nothing but its slots changed. */
final class RequestPath {

    private RequestPath() {}

    static String of(ApiRequest request, ToolArguments arguments) {
        String template = request.template();
        StringBuilder path = new StringBuilder(template.length() + 64);
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            path.append(template, from, open);
            ApiRequest.Parameter slot = slot(request, template.substring(open + 1, close));
            String argument = arguments.nameOf(slot.value(), slot.parameter()).orElse(slot.parameter());
            path.append(PathStyle.of(slot, argument));
            from = close + 1;
        }
        String expanded = path.append(template, from, template.length()).toString();
        check(template, expanded);
        return expanded;
    }

    private static ApiRequest.Parameter slot(ApiRequest request, String name) {
        for (ApiRequest.Parameter parameter : request.parameters()) {
            if (parameter.place() == ApiRequest.Place.PATH
                    && parameter.parameter().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalStateException("Nothing fills the slot " + name + " of " + request.template());
    }

    private static void check(String template, String expanded) {
        String[] planned = template.split("/", -1);
        String[] built = expanded.split("/", -1);
        boolean same = planned.length == built.length;
        for (int i = 0; same && i < planned.length; i++) {
            boolean fixed = planned[i].indexOf('{') < 0;
            same = fixed ? planned[i].equals(built[i]) : !isStep(built[i]) && !built[i].isEmpty();
        }
        if (!same) {
            throw new RefusedArgument("The arguments in the path " + template
                    + " make another path. Send slugs or ids alone. Nothing was sent.\n"
                    + "Mend them and call the tool again.");
        }
    }

    /** A step to another path, also for servers that take what follows a semicolon away. */
    private static boolean isStep(String segment) {
        int semicolon = segment.indexOf(';');
        String name = semicolon < 0 ? segment : segment.substring(0, semicolon);
        return name.equals(".") || name.equals("..");
    }
}
