package dev.toolsmith.generator.read;

/**
 * How large a document may be before it is refused.
 *
 * @param maxBytes the size of one document in bytes
 * @param maxDepth how deep objects and arrays may nest, 1 to 1000
 * @param maxValues how many objects, arrays and scalars one document may hold, expanded YAML aliases included
 * @param maxAliases how many aliases one YAML document may use
 * @param maxAliasValues how many values the aliases of one YAML document may expand to, all together
 */
public record ReadLimits(int maxBytes, int maxDepth, int maxValues, int maxAliases, int maxAliasValues) {

    /** 64 MiB, depth 100, 2,000,000 values, 1,000 aliases that expand to at most 250,000 values. */
    public static final ReadLimits DEFAULTS = new ReadLimits(64 * 1024 * 1024, 100, 2_000_000, 1_000, 250_000);

    public ReadLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxDepth > 1000 || maxValues < 1 || maxAliases < 0 || maxAliasValues < 0) {
            throw new IllegalArgumentException("A limit is out of its range");
        }
    }

    /** These limits with another document size. */
    public ReadLimits withMaxBytes(int bytes) {
        return new ReadLimits(bytes, maxDepth, maxValues, maxAliases, maxAliasValues);
    }
}
