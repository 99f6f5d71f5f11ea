package dev.toolsmith.generator.read;

import com.fasterxml.jackson.core.JsonPointer;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows {@code $ref} of parameters, bodies, responses, path items and security schemes inside one document; those in
 * schemas are followed when tools are planned. Nothing is ever fetched, from the network or from files.
 */
final class References {

    private final Diagnostics diagnostics;

    References(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What a value stands for in the end; reports why and gives nothing when its reference leads nowhere. */
    Optional<Located> resolve(Located value) {
        Set<String> seen = new HashSet<>();
        Located current = value;
        while (current.node().path("$ref").isTextual()) {
            String reference = current.text("$ref");
            Optional<ReferenceFault> fault = fault(reference, current);
            if (fault.isEmpty() && !seen.add(reference)) {
                fault = Optional.of(ReferenceFault.cycle(reference));
            }
            if (fault.isPresent()) {
                fault.get().report(value.at(), diagnostics);
                return Optional.empty();
            }
            current = target(reference, current);
        }
        return Optional.of(current);
    }

    /** What is wrong with a reference that stands in a document, if anything is. */
    private static Optional<ReferenceFault> fault(String reference, Located from) {
        if (!reference.startsWith("#")) {
            return Optional.of(ReferenceFault.remote(reference));
        }
        if (!reference.startsWith("#/")) {
            return Optional.of(ReferenceFault.unsupported(reference));
        }
        boolean leadsNowhere = from.document().root().at(pointer(reference)).isMissingNode();
        return leadsNowhere ? Optional.of(ReferenceFault.broken(reference)) : Optional.empty();
    }

    /** The JSON pointer of a local reference; its fragment is percent-decoded (RFC 6901, section 6). */
    private static JsonPointer pointer(String reference) {
        String fragment = reference.substring(1);
        return JsonPointer.compile(fragment.indexOf('%') < 0 ? fragment : decoded(fragment));
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // no percent-encoding after all: '%' stands for itself
        }
    }

    private static Located target(String reference, Located from) {
        JsonPointer pointer = pointer(reference);
        SourcePointer at = new SourcePointer(from.document().name(), pointer.toString());
        return new Located(from.document(), at, from.document().root().at(pointer));
    }
}
