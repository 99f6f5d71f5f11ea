package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import io.swagger.parser.util.SwaggerDeserializer;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.util.List;
import java.util.TreeSet;

/**
 * What swagger-parser says about a document. It gets a copy of the tree and no options: so it neither resolves nor
 * fetches anything, and nothing that it makes is used but its messages.
 */
final class OpenApiMessages {

    private static final int MOST = 50;

    private OpenApiMessages() {}

    static void report(ApiDocument document, Diagnostics diagnostics) {
        report(document.name(), messages(document), diagnostics);
    }

    /** Reports what is wrong with a document of Swagger 2.0. */
    static void reportSwagger(ApiDocument document, Diagnostics diagnostics) {
        report(document.name(), swaggerMessages(document), diagnostics);
    }

    /** Reports messages once each, in alphabetical order, and no more than fifty of them. */
    private static void report(String document, List<String> messages, Diagnostics diagnostics) {
        SourcePointer at = new SourcePointer(document, "");
        TreeSet<String> distinct = new TreeSet<>(messages);
        distinct.stream()
                .limit(MOST)
                .forEach(each -> diagnostics.warning("openapi-message", at, VisibleText.excerpt(each), ""));
        if (distinct.size() > MOST) {
            String rest = (distinct.size() - MOST) + " further messages of this kind are not shown";
            diagnostics.warning("openapi-message", at, rest, "Check the description with a linter.");
        }
    }

    private static List<String> messages(ApiDocument document) {
        try {
            SwaggerParseResult result =
                    new OpenAPIDeserializer().deserialize(document.root().deepCopy(), null, new ParseOptions());
            return result.getMessages() == null ? List.of() : result.getMessages();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static List<String> swaggerMessages(ApiDocument document) {
        try {
            List<String> messages = new SwaggerDeserializer()
                    .deserialize(document.root().deepCopy())
                    .getMessages();
            return messages == null ? List.of() : messages;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** swagger-parser fails on some malformed documents; its failure says as much as its messages would. */
    private static List<String> failed(RuntimeException failure) {
        return List.of("the document's structure could not be checked: "
                + failure.getClass().getSimpleName());
    }
}
