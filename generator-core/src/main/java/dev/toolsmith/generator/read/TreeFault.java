package dev.toolsmith.generator.read;

/** Why bytes did not become a tree; {@link TreeReader} turns it into a diagnostic. */
final class TreeFault extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String hint;

    TreeFault(String code, String message, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.hint = hint;
    }

    String code() {
        return code;
    }

    String hint() {
        return hint;
    }

    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
