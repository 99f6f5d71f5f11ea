package dev.toolsmith.generator.write;

/**
 * What a set of generated files was made from.
 *
 * @param inputs lower-case hex SHA-256 over everything that generation depends on
 * @param tools how many tools came of it
 */
public record Stamp(String inputs, int tools) {
    public Stamp {
        if (!Sha256.isHex(inputs)) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + inputs);
        }
    }
}
