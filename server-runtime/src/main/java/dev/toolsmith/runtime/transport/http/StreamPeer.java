package dev.toolsmith.runtime.transport.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/**
 * Whom a client counts as that opens streams: its address, as for connections. Those of this machine are not told apart by
 * that, as a proxy may speak for many: each is whom the proxy says, and without a word of it, one connection. That decides
 * on nothing but shares, as whoever is on this machine may write what it likes.
 */
final class StreamPeer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int LONGEST = 64;

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
        String last = forwardedFor.get(forwardedFor.size() - 1);
        return "for ".concat(last.substring(0, Math.min(last.length(), LONGEST)));
    }
}
