package dev.toolsmith.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.web.WebSettings.PemFiles;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TlsReloadTest {

    @TempDir
    private Path directory;

    @Test
    void aNewPairIsShownWithoutARestart() throws Exception {
        SelfSigned first = SelfSigned.named("first", directory);
        SelfSigned second = SelfSigned.named("second", directory);
        try (WebServer server = serving(first.in(directory))) {
            assertThat(shown(server)).isEqualTo(first.parsed());
            second.in(directory);
            awaitShown(server, second.parsed());
        }
    }

    @Test
    void aBrokenPairLeavesTheOldOneInUse() throws Exception {
        SelfSigned first = SelfSigned.named("first", directory);
        SelfSigned second = SelfSigned.named("second", directory);
        PemFiles files = first.in(directory);
        PemIdentity identity = new PemIdentity(files);
        identity.factory().start();
        Files.writeString(files.certificate(), "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n");
        SSLContext before = identity.factory().getSslContext();
        identity.look();
        assertThat(identity.factory().getSslContext()).isSameAs(before);
        Files.writeString(files.certificate(), second.certificate());
        identity.look();
        assertThat(identity.factory().getSslContext())
                .as("a certificate without its key")
                .isSameAs(before);
        Files.writeString(files.key(), second.key() + "\n");
        identity.look();
        assertThat(identity.factory().getSslContext()).isNotSameAs(before);
        identity.factory().stop();
    }

    @Test
    void filesWithoutAPairAreRefusedInOneLine() throws Exception {
        PemFiles files = SelfSigned.named("first", directory).in(directory);
        Files.writeString(files.key(), "nothing");
        assertThatThrownBy(() -> serving(files).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no certificate and its unencrypted key in PEM form")
                .hasMessageNotContaining("\n");
    }

    @Test
    void oldVersionsOfTlsAreNotSpoken() throws Exception {
        try (WebServer server = serving(SelfSigned.named("first", directory).in(directory));
                SSLSocket socket = socket(server)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static WebServer serving(PemFiles files) throws Exception {
        WebSettings settings =
                new WebSettings("127.0.0.1", 0, Optional.empty(), List.of(), Optional.of(files), List.of());
        return WebServer.start(settings, new Readiness(Map.of()), List.of());
    }

    private static void awaitShown(WebServer server, Certificate wanted) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!shown(server).equals(wanted)) {
            assertThat(System.nanoTime())
                    .as("the new certificate is never shown")
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static Certificate shown(WebServer server) throws Exception {
        try (SSLSocket socket = socket(server)) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLSocket socket(WebServer server) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        URI at = server.listening();
        return (SSLSocket) context.getSocketFactory().createSocket(at.getHost(), at.getPort());
    }

    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
