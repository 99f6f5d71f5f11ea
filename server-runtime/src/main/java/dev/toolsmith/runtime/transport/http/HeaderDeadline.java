package dev.toolsmith.runtime.transport.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Closes connections on which no request's header comes in time: the first, TLS handshake included, and every further one. */
final class HeaderDeadline implements Connection.Listener, HttpConfiguration.Customizer {

    private final Scheduler clock;
    private final long firstMillis;
    private final long nextMillis;
    private final Map<Connection, Watch> watched = new ConcurrentHashMap<>();

    /**
     * One that waits so long.
     *
     * @param firstMillis from the beginning of a connection
     * @param nextMillis from the end of an answer; clients keep connections for a while
     */
    HeaderDeadline(Scheduler clock, long firstMillis, long nextMillis) {
        this.clock = clock;
        this.firstMillis = firstMillis;
        this.nextMillis = nextMillis;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection) {
            Watch watch = new Watch(connection);
            watched.put(connection, watch);
            watch.await(0, firstMillis);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        @Nullable Watch watch = watched.get(request.getConnectionMetaData().getConnection());
        if (watch != null) {
            long number = watch.come();
            Request.addCompletionListener(request, failure -> watch.await(number, nextMillis));
        }
        return request;
    }

    @Override
    public void onClosed(Connection connection) {
        Watch watch = watched.remove(connection);
        if (watch != null) {
            watch.come();
        }
    }

    /** Waits for one connection's next header. */
    private final class Watch {

        private final Connection connection;
        private long headers;
        private Scheduler.@Nullable Task late;

        Watch(Connection connection) {
            this.connection = connection;
        }

        /** A header has come, or none will; its number. */
        synchronized long come() {
            if (late != null) {
                late.cancel();
                late = null;
            }
            headers++;
            return headers;
        }

        /** Waits for the header after that of this number, unless it has come by now. */
        synchronized void await(long number, long millis) {
            if (headers == number) {
                late = clock.schedule(() -> end(number), millis, TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void end(long number) {
            if (headers == number) {
                connection.getEndPoint().close();
            }
        }
    }
}
