package dev.toolsmith.it.rig;

/** The workspaces of the stub: the n-th one's API key is {@code sk_ws_n}. */
final class Workspace {

    private static final String PREFIX = "sk_ws_";

    private Workspace() {}

    /** The API key of a workspace. */
    static String key(int number) {
        return PREFIX + number;
    }

    /** The number in an API key; 0 for any other credential. What follows a second underscore is not looked at. */
    static int of(String credential) {
        if (!credential.startsWith(PREFIX)) {
            return 0;
        }
        int end = credential.indexOf('_', PREFIX.length());
        return Integer.parseInt(credential.substring(PREFIX.length(), end < 0 ? credential.length() : end));
    }

    /** The id that the stub tells of a workspace. */
    static String id(int number) {
        return String.format("00000000-0000-4000-8000-%012d", number);
    }
}
