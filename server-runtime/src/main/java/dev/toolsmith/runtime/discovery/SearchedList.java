package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A list of tools as a search sees it.
 *
 * @param tools what a server knows of them
 * @param listing what it tells of them
 */
record SearchedList(List<ToolDescriptor> tools, ListedTool listing) {

    /** The same for lists of which an index would be the same. */
    ByteBuffer digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ToolDescriptor tool : tools) {
                String known = tool.name() + '\n' + tool.kind() + '\n' + String.join("\n", tool.tags()) + "\n\n";
                digest.update(known.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(listing.bytes(), listing.offset(), listing.length());
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
