package dev.toolsmith.runtime.upstream;

/**
 * A token that a client got.
 *
 * @param value what calls are sent with
 * @param key names what it was got with, and tells nothing of that
 * @param asked when it was asked for, in nanoseconds of {@link System#nanoTime}
 * @param ends when it is used no more, in the same
 */
record AccessToken(Secret value, String key, long asked, long ends) {

    boolean isGood(long now) {
        return ends - now > 0;
    }

    /** Whether it was asked for at some time or later. */
    boolean isNewerThan(long time) {
        return asked - time >= 0;
    }
}
