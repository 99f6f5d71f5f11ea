package dev.toolsmith.runtime.upstream;

/** A credential that does not show in logs, messages or debuggers' texts. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A credential as it was given: what the API takes, or a JSON object of several parts. In such an object line breaks
     * count as blanks.
     *
     * @throws IllegalArgumentException when it is empty, has characters that no header may hold, or begins like a JSON
     *     object and is none that can be used; the message does not repeat it
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The credential is empty.");
        }
        boolean json = value.charAt(0) == '{';
        String text = json ? value.replace('\r', ' ').replace('\n', ' ').replace('\t', ' ') : value;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "The credential has a character that is not printable ASCII at position " + (i + 1) + "."
                                + (json ? " In JSON it can be written as \\uXXXX." : ""));
            }
        }
        if (json) {
            CredentialJson.check(text);
        }
        return new Secret(text);
    }

    /** A part of a credential, of any characters; may be empty. */
    static Secret part(String value) {
        return new Secret(value);
    }

    String reveal() {
        return value;
    }

    /** Whether a header can hold it. */
    boolean fitsHeader() {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
