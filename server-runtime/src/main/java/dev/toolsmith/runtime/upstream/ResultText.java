package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.tool.ToolResult;
import java.util.Optional;

/**
 * What a result says.
 *
 * @param text UTF-8: JSON, or lines for people
 * @param structured UTF-8: the exact JSON, an object
 * @param goesOn whether there may be more items than it shows
 */
record ResultText(byte[] text, Optional<byte[]> structured, boolean goesOn) {

    /** A result that shows all there is. */
    ResultText(byte[] text, Optional<byte[]> structured) {
        this(text, structured, false);
    }

    ToolResult result() {
        ToolResult result = ToolResult.of(text);
        return structured.map(result::withStructured).orElse(result);
    }
}
