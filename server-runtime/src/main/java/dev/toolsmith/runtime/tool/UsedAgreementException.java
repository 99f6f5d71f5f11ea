package dev.toolsmith.runtime.tool;

/** Says that what a user agreed to was used before, and so does not let anything be done again. */
public final class UsedAgreementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * The agreement is used up.
     *
     * @param what what the client gave back of it, and how to begin anew
     */
    public UsedAgreementException(String what) {
        super(what, null, false, false);
    }
}
