package dev.toolsmith.generator;

import dev.toolsmith.generator.read.DescriptionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash over everything that generated files depend on, the generator's own code included. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Lower-case hex. Output folders do not count: they say where, not what. */
    static String of(GeneratorRequest request, CatalogueInputs inputs) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.addCode();
        fingerprint.addSources(inputs.documents());
        fingerprint.addSources(inputs.overlays());
        fingerprint.add(request.app());
        fingerprint.add(request.packageName());
        fingerprint.add(request.catalogue().naming());
        fingerprint.add(request.catalogue().include().toString());
        fingerprint.add(request.catalogue().exclude().toString());
        fingerprint.add(request.main().toString());
        fingerprint.add(request.failOn());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** Another fingerprint, of one and something that was not known then. */
    static String of(String fingerprint, String more) {
        Fingerprint both = new Fingerprint();
        both.add(fingerprint);
        both.add(more);
        return HexFormat.of().formatHex(both.digest.digest());
    }

    private void addSources(List<DescriptionSource> sources) {
        add(Integer.toString(sources.size()));
        for (DescriptionSource source : sources) {
            add(source.name());
            add(source.bytes());
        }
    }

    private void addCode() {
        CodeSource code = Fingerprint.class.getProtectionDomain().getCodeSource();
        Path jarOrFolder = Path.of(URI.create(String.valueOf(code.getLocation())));
        try (Stream<Path> files = Files.walk(jarOrFolder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
