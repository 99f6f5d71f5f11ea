package dev.toolsmith.platform.audit;

import dev.toolsmith.platform.audit.AuditVerdict.Fault;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows of the trail one after the other, oldest first, and holds none but the last. It stops at the first bad
 * row; which of two neighbours that is can hang on the row after them.
 */
public final class AuditVerifier {

    private final Optional<AuditHead> head;
    private final boolean isHeadGood;
    private long rows;
    private String last = AuditChain.GENESIS;
    private String lastButOne = "";
    private @Nullable AuditRow suspect;
    private @Nullable AuditVerdict verdict;

    /**
     * A check that has seen no row yet.
     *
     * @param head the stored head; empty when there is none
     * @param key signs heads
     */
    public AuditVerifier(Optional<AuditHead> head, UnaryOperator<byte[]> key) {
        this.head = head;
        this.isHeadGood = head.isPresent() && head.get().isSignedWith(key);
    }

    /**
     * Looks at the next row.
     *
     * @return whether more rows are wanted
     */
    public boolean next(AuditRow row) {
        if (suspect != null) {
            verdict = judge(suspect, row.previous().equals(suspect.hash()));
        } else if (verdict == null) {
            check(row);
        }
        return verdict == null;
    }

    private void check(AuditRow row) {
        rows++;
        boolean isNext = row.sequence() == rows;
        boolean follows = row.previous().equals(last);
        if (!isNext) {
            verdict = row.sequence() > rows ? bad(Fault.MISSING, rows) : bad(Fault.MISPLACED, row.sequence());
        } else if (follows && isWhole(row)) {
            lastButOne = last;
            last = row.hash();
            checkAgainstHead(row);
        } else {
            suspect = row;
        }
    }

    private void checkAgainstHead(AuditRow row) {
        if (!isHeadGood || head.isEmpty()) {
            return;
        }
        if (row.sequence() > head.get().sequence()) {
            verdict = bad(Fault.BEYOND_HEAD, row.sequence());
        } else if (row.sequence() == head.get().sequence()
                && !row.hash().equals(head.get().hash())) {
            verdict = bad(Fault.REWRITTEN, row.sequence());
        }
    }

    private AuditVerdict judge(AuditRow row, boolean isContinued) {
        long sequence = row.sequence();
        if (row.previous().equals(last)) {
            return bad(isContinued ? Fault.BODY_CHANGED : Fault.HASH_CHANGED, sequence);
        }
        if (AuditChain.hash(sequence, row.body(), last).equals(row.hash())) {
            return bad(Fault.PREVIOUS_CHANGED, sequence);
        }
        if (row.previous().equals(lastButOne)
                && AuditChain.hash(sequence - 1, row.body(), lastButOne).equals(row.hash())) {
            return bad(Fault.INSERTED, sequence - 1);
        }
        if (isWhole(row) && isContinued && sequence > 1) {
            return bad(Fault.REWRITTEN, sequence - 1);
        }
        return bad(Fault.MISPLACED, sequence);
    }

    /** What all rows together were found to be. */
    public AuditVerdict finish() {
        if (suspect != null && verdict == null) {
            String end = head.map(AuditHead::hash).orElse("");
            verdict = judge(suspect, end.equals(suspect.hash()));
        }
        return verdict != null ? verdict : checkHead();
    }

    private AuditVerdict checkHead() {
        if (head.isEmpty()) {
            return bad(Fault.HEAD_MISSING, rows);
        }
        if (!isHeadGood) {
            return bad(Fault.HEAD_FORGED, rows);
        }
        return head.get().sequence() > rows ? bad(Fault.CUT_OFF, rows + 1) : new AuditVerdict(rows, Fault.NONE, 0);
    }

    private AuditVerdict bad(Fault fault, long sequence) {
        return new AuditVerdict(rows, fault, sequence);
    }

    private static boolean isWhole(AuditRow row) {
        return AuditChain.hash(row.sequence(), row.body(), row.previous()).equals(row.hash());
    }
}
