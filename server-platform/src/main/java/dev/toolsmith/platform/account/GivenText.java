package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.runtime.upstream.Secret;

/** What people typed, put in order or refused. */
final class GivenText {

    private static final int UNPROCESSABLE = 422;
    private static final int MAX_NAME = 100;
    private static final int MAX_CREDENTIAL = 4096;

    private GivenText() {}

    static String name(String given) {
        String name = given.strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw ProblemException.of(
                    UNPROCESSABLE,
                    "invalid_name",
                    "Give a name of 1 to " + MAX_NAME + " characters on one line.",
                    "/name");
        }
        return name;
    }

    /** A credential without the blanks around it that copying leaves. */
    static String credential(String given) {
        String credential = given.strip();
        if (credential.length() > MAX_CREDENTIAL) {
            throw invalid("The credential is longer than " + MAX_CREDENTIAL + " characters.");
        }
        try {
            Secret.of(credential);
        } catch (IllegalArgumentException e) {
            // Its message tells the place of what is wrong, never the text.
            throw invalid(String.valueOf(e.getMessage()));
        }
        return credential;
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(
                UNPROCESSABLE, "invalid_credential", detail + " Copy it again from the API's settings.", "/api_key");
    }
}
