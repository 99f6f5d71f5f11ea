package dev.toolsmith.generator.write;

/**
 * How many files of each kind of fate there were.
 *
 * @param created files that were not there before
 * @param changed files whose content is another now
 * @param unchanged files that were left alone
 * @param deleted files that are no longer generated
 */
public record WriteReport(int created, int changed, int unchanged, int deleted) {

    /** Nothing written and nothing deleted. */
    public static final WriteReport NOTHING = new WriteReport(0, 0, 0, 0);

    /** The sums of both. */
    public WriteReport plus(WriteReport other) {
        return new WriteReport(
                created + other.created, changed + other.changed, unchanged + other.unchanged, deleted + other.deleted);
    }
}
