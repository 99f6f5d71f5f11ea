package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names what a bundle is: two bundles of one app with the same version do the same.
 *
 * @param app the app
 * @param version what the description calls its own version, which may stay the same when the description changes
 * @param digest the first 12 hexadecimal digits of SHA-256 over all of the bundle's resources and classes
 */
public record BundleVersion(String app, String version, String digest) {

    private static final int DIGITS = 12;

    /**
     * The version of a bundle, be it built into a server or read from a jar. Loads every tool's class.
     *
     * @throws ToolConfigurationException when the bundle cannot be read
     */
    public static BundleVersion of(ToolBundle bundle) {
        BundleTools tools = BundleTools.of(List.of(bundle), ToolSelection.everything());
        MessageDigest sha = sha256();
        add(sha, BundleTools.bytes(bundle, "manifest.json"));
        add(sha, BundleTools.bytes(bundle, "catalogue.json"));
        add(sha, BundleTools.bytes(bundle, "index.json"));
        add(sha, classOf(bundle));
        for (ToolDescriptor tool : tools.tools()) {
            add(sha, BundleTools.bytes(bundle, "schemas/" + tool.name() + ".json"));
            add(sha, output(bundle, tool));
            add(sha, classOf(tool(bundle, tool)));
        }
        String digest = HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        return new BundleVersion(bundle.app(), tools.manifests().get(0).version(), digest);
    }

    /** Such as {@code attio 2.0.0 (0f3a99c1d2e4)}. */
    @Override
    public String toString() {
        return app + " " + versionAndDigest();
    }

    String versionAndDigest() {
        return (version.isEmpty() ? "" : version + " ") + "(" + digest + ")";
    }

    private static ApiTool tool(ToolBundle bundle, ToolDescriptor tool) {
        try {
            return bundle.tool(tool.name());
        } catch (IllegalArgumentException e) {
            throw new ToolConfigurationException(
                    "The bundle \"" + bundle.app() + "\" has no class of its tool \"" + tool.name()
                            + "\". Generate it again.",
                    e);
        }
    }

    /** The lengths too, so that no byte can pass from one part to the next. */
    private static void add(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }

    private static byte[] output(ToolBundle bundle, ToolDescriptor tool) {
        try (InputStream in = bundle.open("outputs/" + tool.name() + ".json")) {
            return in.readAllBytes();
        } catch (IllegalArgumentException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a class was compiled to; its name alone where it was made at run time. */
    private static byte[] classOf(Object object) {
        Class<?> type = object.getClass();
        String name = type.getName();
        try (@Nullable
                InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return in == null ? name.getBytes(StandardCharsets.UTF_8) : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
