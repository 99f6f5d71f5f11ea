package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.MirroredArgument;
import dev.toolsmith.runtime.tool.ToolList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Lets a call through whose HTTP header fields say the same as its arguments, where the tool asks clients to repeat some
 * (MCP 2026-07-28, Server Behavior for Custom Headers).
 */
final class MirroredArguments implements MethodHandler {

    private final ToolList tools;
    private final MethodHandler calls;

    MirroredArguments(ToolList tools, MethodHandler calls) {
        this.tools = tools;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<Reply.Failure> mismatch = mismatch(exchange);
        return mismatch.isPresent() ? CompletableFuture.completedFuture(mismatch.get()) : calls.handle(exchange);
    }

    private Optional<Reply.Failure> mismatch(Exchange exchange) {
        Optional<RequestHeaders> headers = exchange.peer().headers();
        Optional<String> name = exchange.params().string("name");
        Optional<RawValue> arguments = exchange.params().get("arguments").filter(RawValue::isObject);
        if (headers.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        for (MirroredArgument mirrored : tools.mirrored(name.get())) {
            List<String> sent = headers.get().others().values(mirrored.field());
            Optional<Scalar> given = arguments.flatMap(value -> Scalar.at(mirrored.path(), value.copy()));
            if (!agree(sent, given)) {
                return Optional.of(mismatch(mirrored, sent, given));
            }
        }
        return Optional.empty();
    }

    private static boolean agree(List<String> sent, Optional<Scalar> given) {
        if (sent.isEmpty() || given.isEmpty()) {
            return sent.isEmpty() && given.isEmpty();
        }
        Optional<String> meant = HeaderText.decoded(sent.get(0));
        return sent.size() == 1 && meant.isPresent() && given.get().isSaidBy(meant.get());
    }

    private static Reply.Failure mismatch(MirroredArgument mirrored, List<String> sent, Optional<Scalar> given) {
        return ModernRules.mismatch(
                mirrored.field(),
                sent.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", sent)),
                given.isPresent() ? given.get().text() : "");
    }

    /**
     * A string, a number or a boolean.
     *
     * @param text as a header field says it
     */
    private record Scalar(boolean isNumber, String text) {

        private static final JsonFactory JSON = JsonFactory.builder().build();
        private static final Pattern INTEGER = Pattern.compile("-?\\d{1,32}(\\.0{1,32})?");

        /** What stands at a path; empty for nothing, null, or what no header field can say. */
        static Optional<Scalar> at(List<String> path, byte[] arguments) {
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), arguments)) {
                parser.nextToken();
                for (String step : path) {
                    if (parser.currentToken() != JsonToken.START_OBJECT || !enter(parser, step)) {
                        return Optional.empty();
                    }
                }
                JsonToken token = parser.currentToken();
                return token.isScalarValue() && token != JsonToken.VALUE_NULL
                        ? Optional.of(new Scalar(token.isNumeric(), parser.getString()))
                        : Optional.empty();
            }
        }

        private static boolean enter(JsonParser parser, String member) {
            for (@Nullable String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (name.equals(member)) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        }

        boolean isSaidBy(String header) {
            boolean sameNumber = isNumber
                    && INTEGER.matcher(header).matches()
                    && INTEGER.matcher(text).matches()
                    && new BigDecimal(header).compareTo(new BigDecimal(text)) == 0;
            return sameNumber || header.equals(text);
        }
    }
}
