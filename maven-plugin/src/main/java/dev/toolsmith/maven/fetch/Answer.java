package dev.toolsmith.maven.fetch;

import java.util.Optional;

/** What a server said about a description. */
sealed interface Answer {

    /** It is what it was. */
    record Unchanged() implements Answer {}

    /**
     * It is this.
     *
     * @param bytes the content, decoded
     * @param etag the {@code ETag} header
     * @param lastModified the {@code Last-Modified} header
     * @param mediaType the {@code Content-Type} header, empty for none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(byte[] bytes, Optional<String> etag, Optional<String> lastModified, String mediaType)
            implements Answer {}
}
