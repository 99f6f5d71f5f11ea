package dev.toolsmith.generator.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The resources of the bundles in a folder or a jar. */
abstract class BundleFiles implements AutoCloseable {

    private static final String ROOT = "META-INF/toolsmith/";
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_BYTES = 64 << 20;

    /** Opens a folder with {@code META-INF/toolsmith} in it, the folder of one bundle, or a jar. */
    static BundleFiles open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Jar(path);
    }

    /** The apps that there are bundles of. */
    abstract SortedSet<String> apps() throws IOException;

    /** The bytes of a bundle's resource; empty when there is no such resource. */
    abstract Optional<byte[]> read(String app, String name) throws IOException;

    @Override
    public abstract void close() throws IOException;

    private static byte[] bytes(InputStream stream, String name) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + " is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return bytes;
    }

    private static final class Folder extends BundleFiles {
        private final Path folder;
        private final boolean isBundle;

        Folder(Path folder) {
            this.folder = folder.toAbsolutePath().normalize();
            this.isBundle = Files.isRegularFile(folder.resolve(MANIFEST));
        }

        @Override
        SortedSet<String> apps() throws IOException {
            SortedSet<String> apps = new TreeSet<>();
            Path root = folder.resolve(ROOT);
            if (isBundle) {
                apps.add(BundleCatalogue.app(Files.readAllBytes(folder.resolve(MANIFEST))));
            } else if (Files.isDirectory(root)) {
                try (Stream<Path> folders = Files.list(root)) {
                    folders.filter(each -> Files.isRegularFile(each.resolve(MANIFEST)))
                            .forEach(each -> apps.add(String.valueOf(each.getFileName())));
                }
            }
            return apps;
        }

        @Override
        Optional<byte[]> read(String app, String name) throws IOException {
            Path bundle = isBundle ? folder : folder.resolve(ROOT).resolve(app);
            Path file = bundle.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return Optional.of(bytes(stream, name));
            }
        }

        @Override
        public void close() {
            // a folder stays as it is
        }
    }

    private static final class Jar extends BundleFiles {
        private final ZipFile zip;

        Jar(Path file) throws IOException {
            this.zip = new ZipFile(file.toFile());
        }

        @Override
        SortedSet<String> apps() {
            SortedSet<String> apps = new TreeSet<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                if (name.startsWith(ROOT) && name.endsWith("/" + MANIFEST)) {
                    String app = name.substring(ROOT.length(), name.length() - MANIFEST.length() - 1);
                    if (!app.contains("/")) {
                        apps.add(app);
                    }
                }
            }
            return apps;
        }

        @Override
        Optional<byte[]> read(String app, String name) throws IOException {
            ZipEntry entry = zip.getEntry(ROOT + app + "/" + name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = zip.getInputStream(entry)) {
                return Optional.of(bytes(stream, name));
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
