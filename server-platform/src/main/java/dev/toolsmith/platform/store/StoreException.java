package dev.toolsmith.platform.store;

/** Says that something could not be kept or read. Its message is for operators and holds no secret. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something went wrong below. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something is not as it must be. */
    public StoreException(String message) {
        super(message);
    }
}
