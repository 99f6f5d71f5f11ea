package dev.toolsmith.runtime.context;

import java.util.Optional;

/**
 * What stands in a resource: a text or bytes, one of the two.
 *
 * @param uri where it was read
 * @param mimeType its media type; empty when unknown
 * @param text the text, of a resource that is one
 * @param blob the bytes, of any other
 */
public record ResourceContent(String uri, String mimeType, Optional<String> text, Optional<byte[]> blob) {

    public ResourceContent {
        if (text.isPresent() == blob.isPresent()) {
            throw new IllegalArgumentException("A resource holds a text or bytes: " + uri);
        }
    }

    /** A resource that is a text. */
    public static ResourceContent text(String uri, String mimeType, String text) {
        return new ResourceContent(uri, mimeType, Optional.of(text), Optional.empty());
    }

    /** A resource that is bytes. */
    public static ResourceContent blob(String uri, String mimeType, byte[] bytes) {
        return new ResourceContent(uri, mimeType, Optional.empty(), Optional.of(bytes));
    }
}
