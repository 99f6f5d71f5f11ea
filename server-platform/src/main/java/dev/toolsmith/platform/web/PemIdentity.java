package dev.toolsmith.platform.web;

import dev.toolsmith.platform.web.WebSettings.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a certificate from a pair of files, and another one once the files hold another one. */
final class PemIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(PemIdentity.class);
    private static final byte[] PROBE = {1, 2, 3, 4};

    private final PemFiles files;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private List<Object> seen;

    /**
     * The pair as the files hold it now.
     *
     * @throws IllegalArgumentException when they hold none
     */
    PemIdentity(PemFiles files) {
        this.files = files;
        this.seen = state();
        try {
            factory.setSslContext(context());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "--tls-cert " + files.certificate() + " and --tls-key " + files.key()
                            + " are no certificate and its unencrypted key in PEM form.",
                    e);
        }
        factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** Takes what the files hold now, if they have changed and hold a pair; keeps the old one else. */
    synchronized void look() {
        List<Object> now = state();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            SSLContext context = context();
            factory.reload(changed -> changed.setSslContext(context));
            LOG.info("The TLS certificate is renewed.");
        } catch (Exception e) {
            LOG.warn("The new TLS certificate and key are no pair that can be used; the old pair stays in use.");
            LOG.debug("The new TLS certificate and key", e);
        }
    }

    private List<Object> state() {
        return List.of(state(files.certificate()), state(files.key()));
    }

    private static Object state(Path file) {
        try {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return "not there";
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        X509ExtendedKeyManager identity = PemUtils.parseIdentityMaterial(
                Files.readString(files.certificate()), Files.readString(files.key()), null);
        checkPair(identity);
        return SSLFactory.builder().withIdentityMaterial(identity).build().getSslContext();
    }

    /** A certificate that was replaced before its key was would else fail at every handshake. */
    private static void checkPair(X509ExtendedKeyManager identity) throws GeneralSecurityException {
        for (String type : List.of("RSA", "EC", "EdDSA", "RSASSA-PSS")) {
            String alias = identity.chooseServerAlias(type, null, null);
            if (alias != null) {
                X509Certificate certificate = identity.getCertificateChain(alias)[0];
                checkPair(identity.getPrivateKey(alias), certificate);
                return;
            }
        }
        throw new GeneralSecurityException("No key of a known kind");
    }

    private static void checkPair(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(PROBE);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(certificate.getPublicKey());
        verifying.update(PROBE);
        if (!verifying.verify(signature)) {
            throw new GeneralSecurityException("The key is not the certificate's");
        }
    }
}
