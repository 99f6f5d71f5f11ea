package dev.toolsmith.platform.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of an app's tools as it is kept.
 *
 * @param app the app
 * @param digest what tells it from the app's other versions
 * @param version the description's version, for people
 * @param firstSeenAt when it was served here first
 * @param newest whether servers that are not pinned offer it
 * @param jarSha256 the SHA-256 of the jar that the data folder keeps of it, lower-case hexadecimal; empty when there is none
 */
public record AppVersionRow(
        String app, String digest, String version, Instant firstSeenAt, boolean newest, Optional<String> jarSha256) {

    /** The same, newest or not. */
    public AppVersionRow asNewest(boolean other) {
        return new AppVersionRow(app, digest, version, firstSeenAt, other, jarSha256);
    }

    /** The same with a jar kept of it; empty for none. */
    public AppVersionRow keptAs(Optional<String> sha256) {
        return new AppVersionRow(app, digest, version, firstSeenAt, newest, sha256);
    }
}
