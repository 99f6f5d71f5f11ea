package dev.toolsmith.attio.sandbox;

import dev.toolsmith.runtime.cli.EmbeddedUpstream;
import dev.toolsmith.runtime.cli.ServerExtension;
import dev.toolsmith.sandbox.AttioSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** Makes {@code --sandbox} serve the tools against a local Attio with a sample workspace. */
public final class SandboxExtension implements ServerExtension {

    @Override
    public Optional<EmbeddedUpstream> embeddedUpstream() {
        return Optional.of(new SandboxUpstream());
    }

    private static final class SandboxUpstream implements EmbeddedUpstream {

        @Override
        public String app() {
            return "attio";
        }

        @Override
        public Running start() throws IOException {
            try {
                return new RunningSandbox(AttioSandbox.start(0));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    private record RunningSandbox(AttioSandbox sandbox) implements EmbeddedUpstream.Running {

        @Override
        public URI baseUrl() {
            return sandbox.baseUri();
        }

        @Override
        public String token() {
            return sandbox.token();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
