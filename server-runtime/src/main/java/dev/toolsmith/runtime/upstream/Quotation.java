package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.ShortText;
import java.util.List;

/**
 * Quotes what an API says: never the credential, not even the part of it that a cut would leave.
 *
 * @param secrets what the call was made with
 */
record Quotation(List<Secret> secrets) {

    /** A text without the credential, fit for a message, and then cut to a length. */
    String of(String text, int most) {
        return ShortText.of(masked(text), most);
    }

    /** A text without the credential. */
    String masked(String text) {
        String masked = text;
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                masked = masked.replace(secret.reveal(), "***");
            }
        }
        return masked;
    }
}
