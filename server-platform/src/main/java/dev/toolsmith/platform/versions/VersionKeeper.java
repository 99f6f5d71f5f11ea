package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves apps to other versions and keeps those that servers are pinned to. A change of what is served stands in the audit
 * trail before it is in effect.
 */
public final class VersionKeeper implements ServedBundles.Follower {

    private static final Logger LOG = LoggerFactory.getLogger(VersionKeeper.class);

    /** The name of the value that tells why the last move of apps was refused; there is none when it was not. */
    public static final String PROBLEM = "versions.problem";

    /** Makes what serves a bundle. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Opens a version.
         *
         * @throws RuntimeException in one line for an operator when it cannot be served, such as one whose API's address
         *     is not known
         */
        AppVersion open(ToolBundle bundle, BundleVersion version);
    }

    private final Store store;
    private final Opening opening;
    private final Clock clock;
    private final KeptVersions kept;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<VersionId, AppVersionRow> rows = new ConcurrentHashMap<>();
    private final Map<VersionId, String> troubles = new ConcurrentHashMap<>();
    private final AppVersions versions = new AppVersions();
    /** Whether what an end without warning has left of jars is gone. */
    private boolean isSwept;

    /**
     * Begins with these bundles as the newest versions.
     *
     * @param folder where jars of versions are kept
     * @throws RuntimeException in one line for an operator when one cannot be served
     */
    public VersionKeeper(Store store, Path folder, List<ToolBundle> bundles, Opening opening, Clock clock) {
        this.store = store;
        this.opening = opening;
        this.clock = clock;
        this.kept = new KeptVersions(new KeptJars(folder), opening);
        store.read(StoreReads::appVersions).forEach(row -> rows.put(VersionId.of(row), row));
        prepare(bundles).run();
    }

    /** Which versions can be offered now. */
    public AppVersions versions() {
        return versions;
    }

    /** What is known of an app's versions, those first that were served here last. */
    public List<AppVersionRow> known(String app) {
        return rows.values().stream()
                .filter(row -> row.app().equals(app))
                .sorted(Comparator.comparing(AppVersionRow::newest)
                        .thenComparing(AppVersionRow::firstSeenAt)
                        .thenComparing(AppVersionRow::digest)
                        .reversed())
                .toList();
    }

    /** Why a version that servers are pinned to is not there, and what to do; empty when it is. */
    public Optional<String> trouble(String app, String digest) {
        return Optional.ofNullable(troubles.get(new VersionId(app, digest)));
    }

    /** Why apps could not be moved to other versions when that was tried last; empty when they could. */
    public Optional<String> problem() {
        return store.read(reads -> reads.value(PROBLEM)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Remembers that apps could not be moved, or that they could.
     *
     * @param why in one line for an operator; empty when they could
     */
    public void tried(String why) {
        if (!why.equals(problem().orElse(""))) {
            Settled.of(store.write(change -> {
                change.setValue(PROBLEM, why.getBytes(StandardCharsets.UTF_8));
                return true;
            }));
        }
    }

    @Override
    public Runnable prepare(List<ToolBundle> next) {
        lock.lock();
        try {
            Map<String, AppVersion> newest = opened(next);
            Swap swap = new Swap(clock.instant(), List.copyOf(rows.values()), versions.newest(), newest);
            List<AppVersionRow> changed = swap.changed();
            if (!changed.isEmpty()) {
                Settled.of(store.write(change -> {
                    changed.forEach(change::put);
                    swap.events().forEach(change::append);
                    return true;
                }));
                changed.forEach(row -> rows.put(VersionId.of(row), row));
            }
            return () -> versions.become(newest);
        } finally {
            lock.unlock();
        }
    }

    private Map<String, AppVersion> opened(List<ToolBundle> bundles) {
        Map<String, AppVersion> opened = new TreeMap<>();
        for (ToolBundle bundle : bundles) {
            BundleVersion version = BundleVersion.of(bundle);
            AppVersion known =
                    versions.find(version.app(), version.digest()).orElseGet(() -> opening.open(bundle, version));
            if (opened.put(version.app(), known) != null) {
                throw new ToolConfigurationException(
                        "Two bundles are of the app \"" + version.app() + "\". Leave one of them out.");
            }
        }
        return opened;
    }

    /**
     * Makes a change after which a server may be pinned to a version; the version's jar is kept before, durably.
     *
     * @param pin what the server will be pinned to; empty for nothing
     * @throws dev.toolsmith.platform.model.ProblemException 400 when there is no such version
     * @throws StoreException when its jar cannot be kept
     */
    public <T> T pinning(String app, Optional<String> pin, Supplier<T> change) {
        if (pin.isEmpty()) {
            return change.get();
        }
        lock.lock();
        try {
            keep(app, pin.get());
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a version is kept for servers that are pinned to it. */
    public boolean keeps(String app, String digest) {
        return versions.isKept(new VersionId(app, digest));
    }

    private void keep(String app, String digest) {
        AppVersion version = versions.find(app, digest).orElseThrow(() -> AppVersions.unknown(app, digest));
        VersionId key = new VersionId(app, digest);
        AppVersionRow row = Optional.ofNullable(rows.get(key)).orElseThrow(() -> AppVersions.unknown(app, digest));
        if (row.jarSha256().isEmpty()) {
            try {
                put(row.keptAs(Optional.of(kept.keep(version))));
            } catch (IOException | UncheckedIOException | IllegalStateException | ToolConfigurationException e) {
                throw new StoreException("The version " + digest + " of \"" + app + "\" cannot be kept.", e);
            }
        }
        versions.keep(version);
    }

    private void put(AppVersionRow row) {
        Settled.of(store.write(change -> {
            change.put(row);
            return true;
        }));
        rows.put(VersionId.of(row), row);
    }

    /**
     * Loads versions that servers are pinned to and that are not loaded yet, and lets go of those that no server is pinned
     * to any more. What cannot be done is tried again next time.
     *
     * @param pinned what servers are pinned to; asked for while nobody can pin another
     */
    public void tidy(Supplier<Set<VersionId>> pinned) {
        lock.lock();
        try {
            Set<VersionId> wanted = pinned.get();
            troubles.keySet().retainAll(wanted);
            wanted.forEach(this::load);
            Set<VersionId> over = new HashSet<>(versions.kept());
            over.removeAll(wanted);
            over.forEach(versions::letGo);
            forget(wanted);
        } catch (IOException | StoreException e) {
            LOG.warn("Versions that no server is pinned to could not be cleaned up; it is tried again soon", e);
        } finally {
            lock.unlock();
        }
    }

    private void load(VersionId key) {
        if (versions.isKept(key)) {
            return;
        }
        try {
            Optional<AppVersion> newest = versions.find(key.app(), key.digest());
            Optional<AppVersionRow> row = Optional.ofNullable(rows.get(key));
            if (newest.isPresent() && row.isPresent() && !kept.isThere(key, row.get())) {
                put(row.get().keptAs(Optional.of(kept.keep(newest.get()))));
            }
            versions.keep(newest.isPresent() ? newest.get() : kept.load(key, row));
            troubles.remove(key);
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(troubles.put(key, why))) {
                LOG.error(
                        "Servers that are pinned to the version {} of {} offer nothing: {}",
                        key.digest(),
                        key.app(),
                        why);
            }
        }
    }

    /** A jar that is missed, or was changed, stays on record: it may be put back. */
    private void forget(Set<VersionId> wanted) throws IOException {
        List<AppVersionRow> over = new ArrayList<>();
        for (AppVersionRow row : rows.values()) {
            boolean isPinned = wanted.contains(VersionId.of(row));
            if (!isPinned && (!row.newest() || row.jarSha256().isPresent())) {
                over.add(row);
            }
        }
        if (!isSwept) {
            kept.removeParts();
            isSwept = true;
        }
        if (over.isEmpty()) {
            return;
        }
        Settled.of(store.write(change -> {
            for (AppVersionRow row : over) {
                if (row.newest()) {
                    change.put(row.keptAs(Optional.empty()));
                } else {
                    change.deleteAppVersion(row.app(), row.digest());
                }
            }
            return true;
        }));
        for (AppVersionRow row : over) {
            if (row.newest()) {
                rows.put(VersionId.of(row), row.keptAs(Optional.empty()));
            } else {
                rows.remove(VersionId.of(row));
            }
            kept.remove(VersionId.of(row));
        }
    }
}
