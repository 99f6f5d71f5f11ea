package dev.toolsmith.runtime.upstream;

/** A credential that does not show in logs, messages or debuggers' texts. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * A credential as the API takes it.
     *
     * @throws IllegalArgumentException when it is empty or has characters that no header may hold; the message does not
     *     repeat it
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("The credential is empty.");
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "The credential has a character that is not printable ASCII at position " + (i + 1) + ".");
            }
        }
        return new Secret(value);
    }

    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
