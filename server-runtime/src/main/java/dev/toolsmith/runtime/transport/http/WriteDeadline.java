package dev.toolsmith.runtime.transport.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Gives clients less time to take a part of their answer than connections have that wait for a request. */
final class WriteDeadline implements HttpConfiguration.Customizer {

    private final long millis;

    /** One that waits so long for a client to take anything. */
    WriteDeadline(long millis) {
        this.millis = millis;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        request.addHttpStreamWrapper(Watched::new);
        return request;
    }

    private final class Watched extends HttpStream.Wrapper {

        Watched(HttpStream stream) {
            super(stream);
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.@Nullable Response response,
                boolean last,
                @Nullable ByteBuffer content,
                Callback callback) {
            Writing writing = new Writing(getWrapped(), callback);
            super.send(request, response, last, content, writing);
            writing.waits();
        }
    }

    /** A part of an answer on its way; most have left at once. */
    private final class Writing extends Callback.Nested {

        private final HttpStream stream;
        private final long usual;
        private boolean done;
        private boolean hurried;

        Writing(HttpStream stream, Callback callback) {
            super(callback);
            this.stream = stream;
            this.usual = stream.getIdleTimeout();
        }

        synchronized void waits() {
            if (!done) {
                hurried = true;
                stream.setIdleTimeout(millis);
            }
        }

        @Override
        public void succeeded() {
            end();
            super.succeeded();
        }

        @Override
        public void failed(Throwable cause) {
            end();
            super.failed(cause);
        }

        private synchronized void end() {
            done = true;
            if (hurried) {
                stream.setIdleTimeout(usual);
            }
        }
    }
}
