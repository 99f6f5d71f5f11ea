package dev.toolsmith.runtime.tool;

/** Says that a question to a client has no answer, which is something else than an answer that declines. */
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean asked;

    private UnansweredException(boolean asked, String why) {
        super(why, null, false, false);
        this.asked = asked;
    }

    /**
     * The question was never sent.
     *
     * @param why whole sentences: why it could not be, and what to do about it
     */
    public static UnansweredException neverAsked(String why) {
        return new UnansweredException(false, why);
    }

    /**
     * The question was sent and came to nothing.
     *
     * @param why whole sentences: what became of it
     */
    public static UnansweredException asked(String why) {
        return new UnansweredException(true, why);
    }

    /** Whether the question was sent. */
    public boolean isAsked() {
        return asked;
    }

    /** Why there is no answer, in whole sentences. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
