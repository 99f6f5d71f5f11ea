package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path directory;

    @Test
    void anUntrustedCertificateGetsNotAByteOfTheRequest() throws Exception {
        AtomicInteger received = new AtomicInteger();
        try (SSLServerSocket server = selfSigned()) {
            Thread thread = new Thread(() -> count(server, received), "tls-stub");
            thread.setDaemon(true);
            thread.start();
            ToolResult result = call(URI.create("https://localhost:" + server.getLocalPort()));
            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .isEqualTo("No secure connection to Shop came about. Nothing was sent."
                            + " Tell the operator of this server to check the API's certificate.");
            assertThat(received).hasValue(0);
        }
    }

    @Test
    void anApiThatSpeaksNoTlsGetsNoCredential() throws Exception {
        try (StubApi plain = new StubApi()) {
            ToolResult result =
                    call(URI.create("https://127.0.0.1:" + plain.url().getPort()));
            assertThat(result.isError()).isTrue();
            assertThat(plain.journal())
                    .allSatisfy(got -> assertThat(got.toString()).doesNotContain(Shop.KEY));
        }
    }

    private static ToolResult call(URI url) {
        FixtureBundle bundle = new FixtureBundle("shop")
                .with("shop_create", "create", "things", "", Shop.ANY, args -> ApiRequest.post("/x"));
        try (UpstreamCaller caller = UpstreamCaller.of(
                BundleTools.of(List.of(bundle), ToolSelection.everything()),
                UpstreamSettings.of("shop", new ApiEndpoint(url, () -> Optional.of(Secret.of(Shop.KEY))), "test"))) {
            caller.warmUp();
            byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
            return caller.call(new ToolCall("shop_create", none, CallOrigin.UNKNOWN, new CompletableFuture<>()))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }
    }

    private SSLServerSocket selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(file.toFile())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static void count(SSLServerSocket server, AtomicInteger received) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                while (socket.getInputStream().read() >= 0) {
                    received.incrementAndGet();
                }
            } catch (IOException e) {
                // a refused handshake ends here, as does the closed server
            }
        }
    }
}
