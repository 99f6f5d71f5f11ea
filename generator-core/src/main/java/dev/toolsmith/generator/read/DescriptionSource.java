package dev.toolsmith.generator.read;

/**
 * The bytes of one description document or overlay, JSON or YAML.
 *
 * @param name the file name, without folders; diagnostics name the document by it
 * @param bytes the whole file; never changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record DescriptionSource(String name, byte[] bytes) {

    public DescriptionSource {
        if (name.isEmpty() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("Not a file name without folders: " + name);
        }
    }
}
