package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.ShortText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Quotes what an API says: never the credential, not even the part of it that a cut would leave, and no words that show
 * the insides of a server.
 *
 * @param secrets what the call was made with
 */
record Quotation(List<Secret> secrets) {

    private static final Pattern INSIDES =
            Pattern.compile("Exception\\b|Traceback|\\bat [\\w$]+(?:\\.[\\w$<>]+)+\\s*\\(|jdbc:|SQLSTATE|ORA-\\d{4,5}"
                    + "|(?<!\\w)/(?:home|usr|var|opt|etc|srv|tmp|root)/|\\bBearer\\b|axm_"
                    + "|\\b(?:SELECT|DELETE)\\b.{0,200}\\bFROM\\b|\\bINSERT INTO\\b|\\bUPDATE\\b.{0,200}\\bSET\\b");

    /**
     * A text without the credential, fit for a message, and then cut to a length; empty when it shows stack frames, SQL,
     * files or credentials of a server.
     */
    String of(String text, int most) {
        String said = ShortText.of(masked(text), most);
        return INSIDES.matcher(said).find() ? "" : said;
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
