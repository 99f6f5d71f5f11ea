package dev.toolsmith.runtime.transport.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;

/**
 * Whom a client counts as that opens streams: its address, as for connections. Those of this machine are not told apart by
 * that, as a proxy may speak for many: each is the address that the proxy says, and without a word of it, one connection;
 * all of whom it says something else are one. That decides on nothing but shares, as whoever is on this machine may write
 * what it likes.
 */
final class StreamPeer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String NOBODY = "no address";
    private static final int LONGEST = 64;
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private StreamPeer() {}

    static String of(Request request) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        return connection.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? of(remote.getAddress(), request.getHeaders().getCSV(FORWARDED_FOR, false), connection.getId())
                : Request.getRemoteAddr(request);
    }

    static String of(InetAddress remote, List<String> forwardedFor, String connection) {
        if (!remote.isLoopbackAddress()) {
            return AddressLimit.client(remote).getHostAddress();
        }
        if (forwardedFor.isEmpty()) {
            return "connection ".concat(connection);
        }
        Optional<InetAddress> told =
                told(forwardedFor.get(forwardedFor.size() - 1).strip());
        return "for ".concat(told.isPresent() ? AddressLimit.client(told.get()).getHostAddress() : NOBODY);
    }

    /** The address of an element such as {@code 192.0.2.7:4711}, {@code [2001:db8::1]:4711} or {@code 2001:db8::1}. */
    private static Optional<InetAddress> told(String element) {
        if (element.length() > LONGEST) {
            return Optional.empty();
        }
        if (IPV6.matcher(element).matches() && element.indexOf(':') != element.lastIndexOf(':')) {
            return numeric("[".concat(element).concat("]"));
        }
        try {
            String host = new HostPort(element).getHost();
            return host == null ? Optional.empty() : numeric(host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address from its numbers: one in brackets, and one of four numbers, is never looked up by name. */
    private static Optional<InetAddress> numeric(String host) {
        boolean inBrackets = host.startsWith("[")
                && host.endsWith("]")
                && IPV6.matcher(host.substring(1, host.length() - 1)).matches();
        if (!inBrackets && !IPV4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
