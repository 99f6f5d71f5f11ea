package dev.toolsmith.runtime.transport.http;

import java.util.Locale;

/** Names of hosts as they stand in settings and header fields. */
public final class HostName {

    private HostName() {}

    /** Whether a name can only mean this machine. Never asks the network. */
    public static boolean isLoopback(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "localhost", "127.0.0.1", "::1", "[::1]" -> true;
            default -> false;
        };
    }

    /** The host of an authority such as {@code localhost:8080} or {@code [::1]:8080}; empty when it is none. */
    static String of(String authority) {
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']')) : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "1" : authority.substring(colon + 1);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || !isNumber(port) || (host.startsWith("[") && !bracketed)) {
            return "";
        }
        return (bracketed ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 5;
    }
}
