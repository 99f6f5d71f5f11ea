package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ListChanges.Listening;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The bundles that a running server serves: those it was built with, and those of jars that may be replaced while it
 * runs. A jar's bundle takes the place of the built-in one of the same app. Safe for many threads.
 */
public final class ServedBundles {

    /** Moves with the bundles. */
    @FunctionalInterface
    public interface Follower {

        /**
         * Prepares for other bundles, which are not served yet.
         *
         * @param next all bundles that are to be served
         * @return what makes the change in the follower; run at once after every follower has prepared, and not run at
         *     all when one of them refuses. It must not fail
         * @throws RuntimeException to refuse: everything stays as it is, and {@link #reload} throws this
         */
        Runnable prepare(List<ToolBundle> next);
    }

    private record Served(Map<String, ToolBundle> byApp, Map<Path, BundleJar> jars) {}

    private final List<ToolBundle> builtIn;
    private final List<Path> files;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile Served served;

    private ServedBundles(List<ToolBundle> builtIn, List<Path> files) {
        this.builtIn = List.copyOf(builtIn);
        this.files = List.copyOf(files);
        this.served = read(Map.of());
    }

    /**
     * Reads jars for the first time.
     *
     * @throws ToolConfigurationException when one cannot be served, or two have an app in common
     */
    public static ServedBundles open(List<ToolBundle> builtIn, List<Path> files) {
        return new ServedBundles(builtIn, files);
    }

    /** The files of the jars, as they were given. */
    public List<Path> files() {
        return files;
    }

    /** What is served now: the built-in apps first, in their order. */
    public List<ToolBundle> current() {
        return List.copyOf(served.byApp().values());
    }

    /** The jar that an app's bundle is served from; empty when it is built in, or there is none. */
    public Optional<BundleJar> jarOf(String app) {
        Served now = served;
        return now.jars().values().stream()
                .filter(jar -> jar.bundles().contains(now.byApp().get(app)))
                .findFirst();
    }

    /** Takes a follower along with every change from now on, until it is closed. */
    public Listening onChange(Follower follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /**
     * Reads the files again and moves to what they hold now, all of it or nothing. A bundle that does the same as the one
     * that is served stays.
     *
     * @return what was replaced; empty when everything is as before
     * @throws ToolConfigurationException when a file holds nothing that can be served; the old bundles stay
     * @throws RuntimeException when a follower refuses; the old bundles stay
     */
    public synchronized List<BundleSwap> reload() {
        Served before = served;
        Served next = read(before.jars());
        List<BundleSwap> swaps = swaps(before, next);
        if (swaps.isEmpty()) {
            return swaps;
        }
        List<ToolBundle> bundles = List.copyOf(next.byApp().values());
        List<Runnable> changes = new ArrayList<>();
        for (Follower follower : followers) {
            changes.add(follower.prepare(bundles));
        }
        served = next;
        changes.forEach(Runnable::run);
        return swaps;
    }

    private Served read(Map<Path, BundleJar> known) {
        Map<String, ToolBundle> byApp = new LinkedHashMap<>();
        for (ToolBundle bundle : builtIn) {
            byApp.put(bundle.app(), bundle);
        }
        Map<Path, BundleJar> jars = new LinkedHashMap<>();
        Map<String, Path> fileOf = new LinkedHashMap<>();
        for (Path file : files) {
            BundleJar jar = jar(file, known.get(file));
            jars.put(file, jar);
            for (ToolBundle bundle : jar.bundles()) {
                @Nullable Path other = fileOf.put(bundle.app(), file);
                if (other != null) {
                    throw new ToolConfigurationException("The app \"" + bundle.app() + "\" stands in " + other
                            + " and in " + file + ". Leave one of them out.");
                }
                byApp.put(bundle.app(), bundle);
            }
        }
        return new Served(byApp, jars);
    }

    /** The jar that is known already, when the file does the same: its classes need not be there twice. */
    private static BundleJar jar(Path file, @Nullable BundleJar known) {
        byte[] content = BundleJar.contentOf(file);
        if (known != null && Arrays.equals(known.content(), content)) {
            return known;
        }
        BundleJar read = BundleJar.of(file.toString(), content);
        return known != null && versions(known).equals(versions(read)) ? known : read;
    }

    private static List<BundleVersion> versions(BundleJar jar) {
        return jar.bundles().stream().map(BundleVersion::of).toList();
    }

    private static List<BundleSwap> swaps(Served before, Served next) {
        Set<String> apps = new TreeSet<>(before.byApp().keySet());
        apps.addAll(next.byApp().keySet());
        List<BundleSwap> swaps = new ArrayList<>();
        for (String app : apps) {
            Optional<ToolBundle> old = Optional.ofNullable(before.byApp().get(app));
            Optional<ToolBundle> now = Optional.ofNullable(next.byApp().get(app));
            if (!old.equals(now)) {
                BundleSwap swap = BundleSwap.of(app, old, now);
                if (!swap.before().equals(swap.after())) {
                    swaps.add(swap);
                }
            }
        }
        return swaps;
    }
}
