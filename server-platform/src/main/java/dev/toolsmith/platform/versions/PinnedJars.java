package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.store.StoreReads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which jars a database needs beside it, as its servers are pinned to versions. */
public final class PinnedJars {

    private PinnedJars() {}

    /** The files that servers need, whether they are there or not. */
    public static List<Path> needed(Path folder, StoreReads reads) {
        KeptJars jars = new KeptJars(folder);
        return versions(reads).stream().map(jars::file).toList();
    }

    /** The files that servers need and that are not there, or are not what was kept; as messages name them. */
    public static List<String> missing(Path folder, StoreReads reads) {
        KeptJars jars = new KeptJars(folder);
        Map<VersionId, Optional<String>> known = new HashMap<>();
        for (AppVersionRow row : reads.appVersions()) {
            known.put(VersionId.of(row), row.jarSha256());
        }
        List<String> missing = new ArrayList<>();
        for (VersionId version : versions(reads)) {
            Optional<String> wanted = known.getOrDefault(version, Optional.empty());
            if (wanted.isEmpty() || !wanted.equals(present(jars, version))) {
                missing.add(jars.file(version).toString());
            }
        }
        return missing;
    }

    private static Optional<String> present(KeptJars jars, VersionId version) {
        try {
            return jars.read(version).map(KeptJars::sha256);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<VersionId> versions(StoreReads reads) {
        Map<String, String> apps = new HashMap<>();
        for (Connection connection : reads.connections()) {
            apps.put(connection.id(), connection.app());
        }
        Set<String> seen = new TreeSet<>();
        List<VersionId> pinned = new ArrayList<>();
        for (HostedServer server : reads.servers()) {
            String app = apps.getOrDefault(server.connectionId(), "");
            Optional<String> pin = server.config().pinnedVersion();
            if (pin.isPresent() && seen.add(app + " " + pin.get())) {
                pinned.add(new VersionId(app, pin.get()));
            }
        }
        return pinned;
    }
}
