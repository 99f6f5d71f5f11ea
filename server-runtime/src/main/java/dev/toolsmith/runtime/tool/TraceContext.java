package dev.toolsmith.runtime.tool;

/**
 * The trace that a client says a call belongs to (W3C Trace Context, {@code traceparent}); for logs and records, never sent
 * on.
 *
 * @param traceId 32 lower-case hexadecimal digits, empty when the client names no trace
 * @param parentId 16 such digits that name the client's own step in it, empty as well then
 */
public record TraceContext(String traceId, String parentId) {

    /** Of which nothing is known. */
    public static final TraceContext NONE = new TraceContext("", "");

    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    /** Reads a {@code traceparent}; {@link #NONE} when it is not of the recommendation's form. */
    public static TraceContext of(String traceparent) {
        boolean longer =
                traceparent.length() > LENGTH && traceparent.charAt(LENGTH) == '-' && !traceparent.startsWith("00");
        boolean fits = (traceparent.length() == LENGTH || longer)
                && isHex(traceparent, 0, 2)
                && !traceparent.startsWith("ff")
                && traceparent.charAt(2) == '-'
                && isHex(traceparent, TRACE_ID, PARENT_ID - 1)
                && traceparent.charAt(PARENT_ID - 1) == '-'
                && isHex(traceparent, PARENT_ID, FLAGS - 1)
                && traceparent.charAt(FLAGS - 1) == '-'
                && isHex(traceparent, FLAGS, LENGTH);
        if (!fits) {
            return NONE;
        }
        String trace = traceparent.substring(TRACE_ID, PARENT_ID - 1);
        String parent = traceparent.substring(PARENT_ID, FLAGS - 1);
        return isZero(trace) || isZero(parent) ? NONE : new TraceContext(trace, parent);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
