package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.ShortText;
import java.util.Optional;

/**
 * Quotes what an API says: never the credential, not even the part of it that a cut would leave.
 *
 * @param secret the credential that the call was made with
 */
record Quotation(Optional<Secret> secret) {

    /** A text without the credential, fit for a message, and then cut to a length. */
    String of(String text, int most) {
        return ShortText.of(masked(text), most);
    }

    /** A text without the credential. */
    String masked(String text) {
        return secret.map(of -> text.replace(of.reveal(), "***")).orElse(text);
    }
}
