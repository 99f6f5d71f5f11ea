package dev.toolsmith.sdk;

/** Tells of a line, character by character, whether it is a request; keeps no more of it than 64 Ki characters. */
final class RequestMark {

    /** The largest number of characters of a line that are kept. */
    static final int MOST = 64 << 10;

    private static final String ID = "\"id\"";
    private static final String METHOD = "\"method\"";

    private final StringBuilder line = new StringBuilder();
    private boolean id;
    private boolean method;

    void add(char next) {
        if (line.length() == MOST) {
            look();
            line.delete(0, MOST - METHOD.length());
        }
        line.append(next);
    }

    /** Ends the line; whether it was a request. */
    boolean endsRequest() {
        look();
        boolean request = id && method;
        line.setLength(0);
        id = false;
        method = false;
        return request;
    }

    /** How many characters are kept at this moment. */
    int kept() {
        return line.length();
    }

    private void look() {
        id |= line.indexOf(ID) >= 0;
        method |= line.indexOf(METHOD) >= 0;
    }
}
