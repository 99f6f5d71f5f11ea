package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A jar of tool bundles, read whole into memory, so that its file may be replaced at any time. Its classes have a loader
 * of their own and are given back when nobody holds the bundles any more.
 */
public final class BundleJar {

    private static final String ROOT = "META-INF/toolsmith/";
    private static final String MANIFEST = "/manifest.json";

    private final byte[] content;
    private final List<ToolBundle> bundles;

    private BundleJar(byte[] content, List<ToolBundle> bundles) {
        this.content = content;
        this.bundles = List.copyOf(bundles);
    }

    /**
     * Reads a file.
     *
     * @throws ToolConfigurationException when the file cannot be read, is no whole jar, or holds no bundle that this
     *     server can serve; the message says why and what to do
     */
    public static BundleJar read(Path file) {
        return of(file.toString(), contentOf(file));
    }

    static byte[] contentOf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(JarEntries.MOST_JAR_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new ToolConfigurationException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new ToolConfigurationException("The file " + file + " cannot be read.", e);
        }
    }

    /**
     * Reads what a jar's file holds.
     *
     * @param file what messages call it
     * @param content the bytes of the jar, not to be changed afterwards
     * @throws ToolConfigurationException as {@link #read} does
     */
    public static BundleJar of(String file, byte[] content) {
        Map<String, byte[]> entries = JarEntries.of(file, content);
        Map<String, byte[]> manifests = new TreeMap<>();
        entries.forEach((name, bytes) -> {
            if (name.startsWith(ROOT) && name.endsWith(MANIFEST)) {
                manifests.put(name.substring(ROOT.length(), name.length() - MANIFEST.length()), bytes);
            }
        });
        if (manifests.isEmpty()) {
            throw new ToolConfigurationException(file + " holds no tool bundle: there is no " + ROOT + "APP" + MANIFEST
                    + " in it. Give the jar that a build with the plugin made.");
        }
        BundleLoader loader = new BundleLoader(file, entries);
        List<ToolBundle> bundles = new ArrayList<>();
        manifests.forEach((app, manifest) -> bundles.add(bundle(file, app, manifest, loader)));
        return new BundleJar(content, bundles);
    }

    /** The bundles, sorted by app; never none. */
    public List<ToolBundle> bundles() {
        return bundles;
    }

    /** The bytes of the jar, not to be changed. */
    public byte[] content() {
        return content;
    }

    private static ToolBundle bundle(String file, String app, byte[] manifest, BundleLoader loader) {
        String place = ROOT + app + MANIFEST + " in " + file;
        BundleHead head = BundleHead.read(place, manifest);
        if (!head.app().equals(app)) {
            throw new ToolConfigurationException(
                    place + " is of the app \"" + head.app() + "\". Generate the bundle again.");
        }
        try {
            ToolBundle bundle = instance(place, loader, head.bundleClass());
            if (!bundle.app().equals(app)) {
                throw new ToolConfigurationException(place + " names " + head.bundleClass() + ", which is of the app \""
                        + bundle.app() + "\". Generate the bundle again.");
            }
            checkTools(file, bundle);
            return bundle;
        } catch (ToolConfigurationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new ToolConfigurationException(
                    "The classes of the bundle \"" + app + "\" in " + file + " do not fit this server (" + e
                            + "). Generate the bundle with the plugin of this server's version.",
                    e);
        }
    }

    private static ToolBundle instance(String place, BundleLoader loader, String name) {
        try {
            Class<?> type = loader.findOwn(name);
            if (!ToolBundle.class.isAssignableFrom(type)) {
                throw new ToolConfigurationException(
                        place + " names " + name + ", which is no tool bundle. Generate the bundle again.");
            }
            MethodHandle constructor =
                    MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class));
            return (ToolBundle) constructor.invoke();
        } catch (ClassNotFoundException e) {
            throw new ToolConfigurationException(
                    place + " names the class \"" + name + "\", which is not in the jar. Build it again.", e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ToolConfigurationException(
                    place + " names " + name + ", which cannot be made (" + e + "). Generate the bundle again.", e);
        }
    }

    /** Loads every tool once: what is missing has to be known before the bundle is served, not at some call. */
    private static void checkTools(String file, ToolBundle bundle) {
        for (ToolDescriptor tool :
                BundleTools.of(List.of(bundle), ToolSelection.everything()).tools()) {
            BundleTools.bytes(bundle, "schemas/" + tool.name() + ".json");
            try {
                if (bundle.tool(tool.name()).name().equals(tool.name())) {
                    continue;
                }
            } catch (IllegalArgumentException e) {
                throw lacking(file, bundle, tool, e);
            }
            throw lacking(file, bundle, tool, new IllegalStateException("It has another name"));
        }
    }

    private static ToolConfigurationException lacking(
            String file, ToolBundle bundle, ToolDescriptor tool, RuntimeException cause) {
        return new ToolConfigurationException(
                "The bundle \"" + bundle.app() + "\" in " + file + " has no class of its tool \"" + tool.name()
                        + "\". Generate it again.",
                cause);
    }
}
