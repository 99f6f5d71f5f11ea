package dev.toolsmith.platform.vault;

/** Says in one line why something cannot be encrypted or decrypted, and what an operator can do. Holds no secret. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
