package dev.toolsmith.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;

/** Closes connections whose first request's header does not come in time, TLS handshake included. */
final class HeaderDeadline implements Connection.Listener, HttpConfiguration.Customizer {

    private final ScheduledExecutorService clock;
    private final long millis;
    private final Map<Connection, ScheduledFuture<?>> waiting = new ConcurrentHashMap<>();

    HeaderDeadline(ScheduledExecutorService clock, long millis) {
        this.clock = clock;
        this.millis = millis;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection) {
            waiting.put(connection, clock.schedule(() -> late(connection), millis, TimeUnit.MILLISECONDS));
        }
    }

    private void late(Connection connection) {
        if (waiting.remove(connection) != null) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        forget(request.getConnectionMetaData().getConnection());
        return request;
    }

    @Override
    public void onClosed(Connection connection) {
        forget(connection);
    }

    private void forget(Connection connection) {
        ScheduledFuture<?> late = waiting.remove(connection);
        if (late != null) {
            late.cancel(false);
        }
    }
}
