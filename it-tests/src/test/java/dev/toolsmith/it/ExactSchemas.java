package dev.toolsmith.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;

/** The schemas in the product that arguments are checked against, which may say more than the listed ones. */
final class ExactSchemas {

    private ExactSchemas() {}

    /** The schema of a tool's arguments. */
    static JsonNode of(String tool) {
        try (ZipFile jar = new ZipFile(Product.jar().toFile())) {
            ZipEntry entry = jar.getEntry("META-INF/toolsmith/attio/schemas/" + tool + ".json");
            try (InputStream in = jar.getInputStream(entry)) {
                return Json.parse(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
