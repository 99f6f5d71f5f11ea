package dev.toolsmith.platform.audit;

/**
 * What a check of the trail found.
 *
 * @param rows how many rows were looked at
 * @param fault what is wrong at the first bad row; {@link Fault#NONE} for a trail that is as it was written
 * @param firstBad the sequence of the first bad row, or of the last one when the head itself is bad; 0 for none
 */
public record AuditVerdict(long rows, Fault fault, long firstBad) {

    /** What can be wrong. */
    public enum Fault {
        NONE("nothing is wrong"),
        BODY_CHANGED("its body was changed"),
        HASH_CHANGED("its hash was changed"),
        PREVIOUS_CHANGED("what it says of the hash before was changed"),
        REWRITTEN("it was written anew together with its hash, and rows before it perhaps too"),
        MISSING("it is missing"),
        INSERTED("it was inserted"),
        MISPLACED("it does not belong here: rows were put into another order"),
        CUT_OFF("it is missing, and all after it: the end was cut off"),
        BEYOND_HEAD("it stands after the signed head"),
        HEAD_FORGED("the head that is to be signed here has no good signature"),
        HEAD_MISSING("the signed head is missing");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /** Whether the trail is as it was written. */
    public boolean isIntact() {
        return fault == Fault.NONE;
    }

    /** In words for people. */
    public String text() {
        return isIntact()
                ? rows + " rows, all as they were written."
                : rows + " rows were looked at. The first bad row is " + firstBad + ": " + fault.words + ".";
    }
}
