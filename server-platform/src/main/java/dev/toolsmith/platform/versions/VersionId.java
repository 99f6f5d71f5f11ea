package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.model.AppVersionRow;

/**
 * Names a version of an app's tools.
 *
 * @param app the app
 * @param digest what tells it from the app's other versions
 */
public record VersionId(String app, String digest) {

    static VersionId of(AppVersionRow row) {
        return new VersionId(row.app(), row.digest());
    }
}
