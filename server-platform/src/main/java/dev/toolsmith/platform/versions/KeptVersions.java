package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.versions.VersionKeeper.Opening;
import dev.toolsmith.runtime.bundle.BundleJar;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Versions as jars: kept so that they can be loaded again, and loaded only when they are what was kept. */
record KeptVersions(KeptJars jars, Opening opening) {

    /**
     * Keeps a version's jar.
     *
     * @return the SHA-256 of the jar
     * @throws StoreException when what was kept would not be the same version
     */
    String keep(AppVersion version) throws IOException {
        VersionId key = new VersionId(version.app(), version.digest());
        byte[] jar = BundleArchive.of(version.bundle());
        bundle(key, jars.file(key), jar);
        return jars.write(key, jar);
    }

    /**
     * Loads a version.
     *
     * @param row what is known of it
     * @throws RuntimeException saying why it cannot be loaded, and what to do
     */
    AppVersion load(VersionId key, Optional<AppVersionRow> row) {
        Path file = jars.file(key);
        String unpin = " or let the servers follow the newest version (\"pinned_version\": null).";
        Optional<String> sha256 = row.flatMap(AppVersionRow::jarSha256);
        if (sha256.isEmpty()) {
            throw new StoreException("It is not known what its jar has to be. Restore another backup," + unpin);
        }
        byte[] jar =
                read(key).orElseThrow(() -> new StoreException("Its jar is missing. Put " + file + " back," + unpin));
        if (!KeptJars.sha256(jar).equals(sha256.get())) {
            throw new StoreException("The file " + file
                    + " is not the one that was kept here, so it is not run. Put the right one back," + unpin);
        }
        ToolBundle bundle = bundle(key, file, jar);
        return opening.open(bundle, BundleVersion.of(bundle));
    }

    /** Whether the jar is there that a row tells of. */
    boolean isThere(VersionId key, AppVersionRow row) {
        return row.jarSha256().isPresent() && row.jarSha256().equals(read(key).map(KeptJars::sha256));
    }

    private Optional<byte[]> read(VersionId key) {
        try {
            return jars.read(key);
        } catch (IOException e) {
            throw new StoreException("The file " + jars.file(key) + " cannot be read.", e);
        }
    }

    private static ToolBundle bundle(VersionId key, Path file, byte[] jar) {
        for (ToolBundle bundle : BundleJar.of(file.toString(), jar).bundles()) {
            if (bundle.app().equals(key.app())
                    && BundleVersion.of(bundle).digest().equals(key.digest())) {
                return bundle;
            }
        }
        throw new StoreException(
                "The jar " + file + " is not the version " + key.digest() + " of \"" + key.app() + "\".");
    }

    /** Removes a version's jar. */
    void remove(VersionId version) throws IOException {
        jars.remove(version);
    }

    /** Removes what an end without warning has left. */
    void removeParts() throws IOException {
        jars.removeParts();
    }
}
