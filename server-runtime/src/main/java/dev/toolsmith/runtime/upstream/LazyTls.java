package dev.toolsmith.runtime.upstream;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Checks certificates and host names against the JVM's trusted authorities, and reads these on the first secure
 * connection only: that takes longer than all else in starting a client, and is for nothing when the API is on loopback.
 */
final class LazyTls extends SslContextFactory.Client {

    private boolean loaded;

    @Override
    protected void doStart() {
        // what starting would do waits for the first connection
    }

    @Override
    public SSLEngine newSSLEngine(String host, int port) {
        load();
        return super.newSSLEngine(host, port);
    }

    @Override
    public SSLEngine newSSLEngine(@Nullable InetSocketAddress address) {
        load();
        return super.newSSLEngine(address);
    }

    /** Loads the authorities, if that has not happened yet. */
    synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            super.doStart();
            loaded = true;
        } catch (Exception e) {
            throw new IllegalStateException("The trusted certificate authorities cannot be read", e);
        }
    }
}
