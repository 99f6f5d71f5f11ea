package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;

/** Why a {@code $ref} cannot be followed. */
record ReferenceFault(String code, String message, String hint) {

    static ReferenceFault remote(String reference) {
        return new ReferenceFault(
                "remote-reference",
                "The reference '" + VisibleText.excerpt(reference) + "' leads out of the document",
                "Copy what it refers to into this document; nothing is fetched.");
    }

    static ReferenceFault unsupported(String reference) {
        return new ReferenceFault(
                "unsupported-reference",
                "The reference '" + VisibleText.excerpt(reference) + "' is no JSON pointer",
                "Refer to a component, such as #/components/schemas/Thing.");
    }

    static ReferenceFault broken(String reference) {
        return new ReferenceFault(
                "broken-reference",
                "Nothing stands at the reference '" + VisibleText.excerpt(reference) + "'",
                "Correct the reference, or add what it refers to.");
    }

    static ReferenceFault cycle(String reference) {
        return new ReferenceFault(
                "reference-cycle",
                "The reference '" + VisibleText.excerpt(reference) + "' leads back to itself",
                "Let one of the references lead to a definition.");
    }

    void report(SourcePointer at, Diagnostics diagnostics) {
        diagnostics.error(code, at, message, hint);
    }
}
