package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an API says of its refusal, in the shapes that APIs use: members at the top, under {@code error}, RFC 9457.
 *
 * @param code the API's code, empty when it names none
 * @param message the API's words, empty when it has none
 * @param problems one line for each part of the arguments that it names, without those that the words have already
 */
record ApiError(String code, String message, List<String> problems) {

    private static final int LONGEST_BODY = 64 << 10;
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_WORD = 80;
    private static final int MOST_PROBLEMS = 10;
    private static final Pattern CONFLICT =
            Pattern.compile("conflict|duplicate|already|not_unique|uniqueness", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSING = Pattern.compile("not_?found", Pattern.CASE_INSENSITIVE);

    /** Reads an error's body, without the credential if it repeats that; nothing is known when it is no JSON. */
    static ApiError of(byte[] body, Quotation quote) {
        if (body.length == 0 || body.length > LONGEST_BODY) {
            return new ApiError("", "", List.of());
        }
        try {
            return of(JsonTree.read(body), quote);
        } catch (JacksonException e) {
            return new ApiError("", "", List.of());
        }
    }

    private static ApiError of(JsonNode top, Quotation quote) {
        JsonNode error = top.path("error").isObject() ? top.path("error") : top;
        List<String> problems = new ArrayList<>();
        for (String name : List.of("validation_errors", "errors", "details")) {
            for (JsonNode problem : error.path(name)) {
                if (problems.size() < MOST_PROBLEMS) {
                    problems.add(problem(problem, quote));
                }
            }
        }
        String message = quote.of(first(error, "message", "detail", "error_description", "title"), LONGEST_MESSAGE);
        problems.removeIf(problem -> problem.isEmpty() || message.contains(problem));
        return new ApiError(
                quote.of(first(error, "code", "error", "type", "status"), LONGEST_WORD),
                message,
                List.copyOf(problems));
    }

    /** Whether it is refused because something of the same value is there. */
    boolean isConflict() {
        return CONFLICT.matcher(code).find();
    }

    /** Whether something that the arguments name is not there. */
    boolean isOfMissing() {
        return MISSING.matcher(code).find();
    }

    private static String problem(JsonNode problem, Quotation quote) {
        if (problem.isString()) {
            return quote.of(problem.asString(), LONGEST_MESSAGE);
        }
        String path =
                path(problem.path("path").isMissingNode() ? problem.path("pointer") : problem.path("path"), quote);
        String message = first(problem, "message", "detail", "title");
        String expected = detail(problem, "expected", "expected ", quote);
        String received = detail(problem, "received", "received ", quote);
        String both = expected + (expected.isEmpty() || received.isEmpty() ? "" : ", ") + received;
        String text = quote.of(message, LONGEST_MESSAGE)
                + (both.isEmpty() ? "" : (message.isEmpty() ? both : " (" + both + ")"));
        return path.isEmpty() ? text : path + (text.isEmpty() ? "" : ": " + text);
    }

    private static String path(JsonNode path, Quotation quote) {
        if (path.isArray()) {
            List<String> steps = new ArrayList<>();
            path.forEach(step -> steps.add(step.asString("")));
            return quote.of(String.join(".", steps), LONGEST_WORD);
        }
        return quote.of(path.asString(""), LONGEST_WORD);
    }

    private static String detail(JsonNode problem, String name, String before, Quotation quote) {
        JsonNode detail = problem.path(name);
        return detail.isMissingNode() || detail.isNull()
                ? ""
                : before + quote.of(detail.isContainer() ? JsonTree.text(detail) : detail.asString(), LONGEST_WORD);
    }

    private static String first(JsonNode object, String... names) {
        for (String name : names) {
            Optional<String> text = Optional.of(object.path(name))
                    .filter(value -> value.isString() || value.isNumber())
                    .map(JsonNode::asString);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }
}
