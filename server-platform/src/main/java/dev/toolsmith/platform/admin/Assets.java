package dev.toolsmith.platform.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that pages load: named by their version or their content, so that browsers may keep them for good. */
final class Assets {

    static final String PATH = "/admin/assets/";

    private static final String HTMX_VERSION = "2.0.10";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/" + HTMX_VERSION + "/dist/htmx.min.js";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final int NAME_LENGTH = 12;

    private final Map<String, Asset> byPath = new LinkedHashMap<>();
    private final String styles;
    private final String copy;
    private final String htmx;

    Assets() {
        styles = add("admin.css", "text/css; charset=utf-8");
        copy = add("copy.js", SCRIPT);
        htmx = add("htmx-" + HTMX_VERSION + ".min.js", new Asset(SCRIPT, read(HTMX)));
    }

    /** One file. */
    record Asset(String type, byte[] bytes) {}

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Where the style sheet is. */
    String styles() {
        return styles;
    }

    /** Where the script of the copy buttons is. */
    String copy() {
        return copy;
    }

    /** Where htmx is. */
    String htmx() {
        return htmx;
    }

    private String add(String file, String type) {
        byte[] bytes = read(file);
        int dot = file.lastIndexOf('.');
        return add(file.substring(0, dot) + "-" + digest(bytes) + file.substring(dot), new Asset(type, bytes));
    }

    private String add(String name, Asset asset) {
        byPath.put(PATH + name, asset);
        return PATH + name;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
