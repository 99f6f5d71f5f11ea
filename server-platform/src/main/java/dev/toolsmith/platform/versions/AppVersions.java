package dev.toolsmith.platform.versions;

import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The versions of all apps that can be offered: of each app the newest, and those that are kept because servers are pinned
 * to them. Who asks sees all of a change or nothing of it.
 */
public final class AppVersions {

    private record State(Map<String, AppVersion> newest, Map<VersionId, AppVersion> kept) {}

    /**
     * A change of the newest versions.
     *
     * @param before by app, as it was
     * @param after by app, as it is
     */
    public record Change(Map<String, AppVersion> before, Map<String, AppVersion> after) {

        /** Whether an app lists other tools, for a selection of them, than it did. */
        public boolean concerns(String app, ToolSelection selection) {
            Optional<AppVersion> was = Optional.ofNullable(before.get(app));
            Optional<AppVersion> is = Optional.ofNullable(after.get(app));
            return !was.equals(is) && !Arrays.equals(listing(was, selection), listing(is, selection));
        }

        private static byte[] listing(Optional<AppVersion> version, ToolSelection selection) {
            return version.flatMap(one -> one.left(selection).tools())
                    .map(tools -> bytes(tools.listing()))
                    .orElseGet(() -> new byte[0]);
        }

        private static byte[] bytes(ListedTool listing) {
            return Arrays.copyOfRange(listing.bytes(), listing.offset(), listing.offset() + listing.length());
        }
    }

    private volatile State state = new State(Map.of(), Map.of());
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    /** The version of an app that servers offer unless they are pinned; empty for an app that there is not. */
    public Optional<AppVersion> newest(String app) {
        return Optional.ofNullable(state.newest().get(app));
    }

    /** The newest version of every app, in the order of the apps' names. */
    public List<AppVersion> newest() {
        return List.copyOf(state.newest().values());
    }

    /** A version of an app; empty when it is neither the newest nor kept. */
    public Optional<AppVersion> find(String app, String digest) {
        State now = state;
        Optional<AppVersion> newest = Optional.ofNullable(now.newest().get(app))
                .filter(version -> version.digest().equals(digest));
        return newest.isPresent() ? newest : Optional.ofNullable(now.kept().get(new VersionId(app, digest)));
    }

    /** All versions of an app that can be offered, the newest first. */
    public List<AppVersion> all(String app) {
        State now = state;
        List<AppVersion> all = new ArrayList<>();
        Optional.ofNullable(now.newest().get(app)).ifPresent(all::add);
        now.kept().values().stream()
                .filter(version -> version.app().equals(app))
                .filter(version -> !all.contains(version))
                .forEach(all::add);
        return all;
    }

    /** What to say of a version that is not there. */
    public static ProblemException unknown(String app, String digest) {
        return ProblemException.of(
                400,
                "unknown_version",
                "There is no version \"" + digest + "\" of the app \"" + app
                        + "\". A version is named by its digest of 12 characters; GET /api/v1/apps tells which there are.",
                "/config/pinned_version");
    }

    /** Tells of changes of the newest versions, once they are in effect; must be quick. */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    synchronized void become(Map<String, AppVersion> newest) {
        State before = state;
        state = new State(new TreeMap<>(newest), before.kept());
        Change change = new Change(before.newest(), state.newest());
        listeners.forEach(listener -> listener.accept(change));
    }

    synchronized void keep(AppVersion version) {
        Map<VersionId, AppVersion> kept = new HashMap<>(state.kept());
        kept.put(new VersionId(version.app(), version.digest()), version);
        state = new State(state.newest(), kept);
    }

    synchronized void letGo(VersionId key) {
        Map<VersionId, AppVersion> kept = new HashMap<>(state.kept());
        kept.remove(key);
        state = new State(state.newest(), kept);
    }

    /** Those that are kept for servers that are pinned. */
    Set<VersionId> kept() {
        return Set.copyOf(state.kept().keySet());
    }

    boolean isKept(VersionId key) {
        return state.kept().containsKey(key);
    }
}
