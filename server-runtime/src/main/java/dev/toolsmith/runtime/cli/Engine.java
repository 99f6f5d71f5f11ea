package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/** What speaks the protocol with clients. */
public interface Engine {

    /** What {@code --engine} calls it. */
    String name();

    /** Whether it serves a list of tools that changes, and tells its clients. */
    default boolean followsChanges() {
        return false;
    }

    /** Whether it can ask a client's user something while a call is made, such as whether the user agrees to the call. */
    default boolean asksUsers() {
        return false;
    }

    /**
     * Begins to serve one client over two streams.
     *
     * @param afterFlush to be called whenever all answers so far have been written
     */
    PipeService overPipe(EngineParts parts, InputStream in, OutputStream out, Runnable afterFlush) throws IOException;

    /** Serves many clients over HTTP, from the return of this method on. */
    HttpService overHttp(EngineParts parts, HttpSettings settings) throws IOException;

    /** A service over two streams. */
    interface PipeService {

        /** Serves until the input ends and everything read has been answered. */
        void run() throws IOException, InterruptedException;

        /**
         * Takes nothing more in and waits until what was read has been answered.
         *
         * @return whether that came about in time
         */
        boolean drain(long seconds) throws InterruptedException;
    }

    /** A service over HTTP. */
    interface HttpService extends AutoCloseable {

        /** Where clients reach it. */
        URI endpoint();

        /** Lets calls in flight end, and stops. */
        @Override
        void close();
    }
}
