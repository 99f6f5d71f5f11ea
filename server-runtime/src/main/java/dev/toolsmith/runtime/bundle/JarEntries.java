package dev.toolsmith.runtime.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a jar in memory, within limits, and refuses one that is not whole. */
final class JarEntries {

    static final int MOST_JAR_BYTES = 64 << 20;
    static final int MOST_ENTRY_BYTES = 32 << 20;
    static final int MOST_UNPACKED_BYTES = 256 << 20;

    private static final int END_RECORD_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MOST_ENTRIES = 0xFFFE;
    private static final int CHUNK = 16 * 1024;

    private final String file;
    private final byte[] jar;
    private final Map<String, byte[]> entries = new HashMap<>();
    private int unpacked;

    private JarEntries(String file, byte[] jar) {
        this.file = file;
        this.jar = jar;
    }

    /**
     * The files of a jar, by their paths.
     *
     * @param file what messages call it
     * @throws ToolConfigurationException when it is no whole jar, too large, or holds what no bundle may hold
     */
    static Map<String, byte[]> of(String file, byte[] jar) {
        if (jar.length > MOST_JAR_BYTES) {
            throw new ToolConfigurationException(
                    file + " is larger than " + (MOST_JAR_BYTES >> 20) + " MiB, which no bundle is.");
        }
        return new JarEntries(file, jar).read();
    }

    private Map<String, byte[]> read() {
        int expected = entriesByItsEnd();
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (@Nullable ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                seen++;
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ToolConfigurationException(notWhole(), e);
        }
        if (seen != expected) {
            throw new ToolConfigurationException(notWhole());
        }
        return entries;
    }

    private void add(String name, ZipInputStream zip) throws IOException {
        if (isNative(name)) {
            throw new ToolConfigurationException(
                    file + " holds native code (" + name + "), which no bundle may. Leave it out.");
        }
        if (entries.put(name, bytes(name, zip)) != null) {
            throw new ToolConfigurationException(file + " holds " + name + " twice. Build it again.");
        }
    }

    private byte[] bytes(String name, ZipInputStream zip) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int count = zip.read(chunk); count >= 0; count = zip.read(chunk)) {
            all.write(chunk, 0, count);
            unpacked += count;
            if (all.size() > MOST_ENTRY_BYTES || unpacked > MOST_UNPACKED_BYTES) {
                throw new ToolConfigurationException(file + " unpacks to more than a bundle may have, at " + name
                        + ": at most " + (MOST_ENTRY_BYTES >> 20) + " MiB a file and " + (MOST_UNPACKED_BYTES >> 20)
                        + " MiB in all.");
            }
        }
        return all.toByteArray();
    }

    private static boolean isNative(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.endsWith(".so")
                || folded.endsWith(".dll")
                || folded.endsWith(".dylib")
                || folded.endsWith(".jnilib");
    }

    /** How many entries the end of central directory record counts (ZIP, 4.3.16): what is still written has none. */
    private int entriesByItsEnd() {
        int first = Math.max(0, jar.length - END_RECORD_BYTES - LONGEST_COMMENT);
        for (int at = jar.length - END_RECORD_BYTES; at >= first; at--) {
            Optional<Integer> entries = endRecord(at);
            if (entries.isPresent()) {
                if (entries.get() > MOST_ENTRIES) {
                    throw new ToolConfigurationException(
                            file + " has more than " + MOST_ENTRIES + " files, which no bundle has.");
                }
                return entries.get();
            }
        }
        throw new ToolConfigurationException(notWhole());
    }

    private Optional<Integer> endRecord(int at) {
        boolean signed = jar[at] == 'P' && jar[at + 1] == 'K' && jar[at + 2] == 5 && jar[at + 3] == 6;
        return signed && at + END_RECORD_BYTES + number(at + 20) == jar.length
                ? Optional.of(number(at + 10))
                : Optional.empty();
    }

    private int number(int at) {
        return (jar[at] & 0xFF) | (jar[at + 1] & 0xFF) << 8;
    }

    private String notWhole() {
        return file + " is no whole jar. Write it elsewhere first and move it into its place.";
    }
}
