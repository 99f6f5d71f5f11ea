package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** An extension with an engine that serves nothing and cannot ask anybody. */
final class Warp implements ServerExtension, Engine {

    @Override
    public List<Engine> engines() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "warp";
    }

    @Override
    public PipeService overPipe(EngineParts parts, InputStream in, OutputStream out, Runnable afterFlush)
            throws IOException {
        throw new IOException("warp");
    }

    @Override
    public HttpService overHttp(EngineParts parts, HttpSettings settings) throws IOException {
        throw new IOException("warp");
    }
}
