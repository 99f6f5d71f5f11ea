package dev.toolsmith.runtime.transport.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;

/** Lets each remote address have only so many connections, so that one client cannot take all. */
public final class AddressLimit implements Connection.Listener {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int most;
    private final Predicate<InetAddress> uncounted;
    private final Map<InetAddress, Integer> open = new ConcurrentHashMap<>();
    private final Map<Connection, InetAddress> counted = new ConcurrentHashMap<>();

    /**
     * A limit.
     *
     * @param uncounted addresses that may have more
     */
    public AddressLimit(int most, Predicate<InetAddress> uncounted) {
        this.most = most;
        this.uncounted = uncounted;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof HttpConnection)
                || !(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote)
                || uncounted.test(remote.getAddress())) {
            return;
        }
        InetAddress client = client(remote.getAddress());
        counted.put(connection, client);
        if (open.merge(client, 1, Integer::sum) > most) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        InetAddress client = counted.remove(connection);
        if (client != null) {
            open.computeIfPresent(client, (address, number) -> number > 1 ? number - 1 : null);
        }
    }

    /** Who has an IPv6 address has all of its network. */
    static InetAddress client(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES), IPV6_BYTES);
        try {
            return InetAddress.getByAddress(network);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address.", e);
        }
    }
}
