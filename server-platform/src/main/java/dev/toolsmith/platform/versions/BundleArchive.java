package dev.toolsmith.platform.versions;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Makes a jar of one bundle, wherever it was loaded from, with everything that it is served by. Same bundle, same bytes. */
final class BundleArchive {

    /** 1980-01-01, the first day that jars know. */
    private static final long NO_TIME = 315_532_800_000L;

    private final ToolBundle bundle;
    private final Map<String, byte[]> entries = new TreeMap<>();

    private BundleArchive(ToolBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The bytes of a bundle's jar.
     *
     * @throws IllegalStateException when its classes were made at run time, so that there is nothing to keep
     */
    static byte[] of(ToolBundle bundle) {
        BundleArchive archive = new BundleArchive(bundle);
        archive.collect();
        return archive.jar();
    }

    private void collect() {
        List.of("manifest.json", "catalogue.json", "index.json").forEach(this::addResource);
        addClass(bundle);
        for (ToolDescriptor tool :
                BundleTools.of(List.of(bundle), ToolSelection.everything()).tools()) {
            addResource("schemas/" + tool.name() + ".json");
            addResourceIfAny("outputs/" + tool.name() + ".json");
            addClass(bundle.tool(tool.name()));
        }
    }

    private void addResource(String name) {
        try (InputStream in = bundle.open(name)) {
            entries.put("META-INF/toolsmith/" + bundle.app() + "/" + name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addResourceIfAny(String name) {
        try {
            addResource(name);
        } catch (IllegalArgumentException e) {
            // The bundle says so where it has no such resource.
            entries.remove(name);
        }
    }

    private void addClass(Object object) {
        Class<?> type = object.getClass();
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (@Nullable InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The class " + type.getName() + " of the bundle \"" + bundle.app()
                        + "\" is in no file, so the bundle cannot be kept.");
            }
            entries.put(type.getName().replace('.', '/') + ".class", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setTime(NO_TIME);
                zip.putNextEntry(head);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
