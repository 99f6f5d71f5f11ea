package dev.toolsmith.generator.lock;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A lock file's bytes to a JSON tree of a format that this version knows, and back. */
final class LockTree {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final String name;
    private final int format;
    private final String renewedBy;
    private final String hint;
    private final Diagnostics diagnostics;

    /**
     * A reader.
     *
     * @param name what diagnostics call the file
     * @param format the format that is known
     * @param renewedBy what to run so that the file is written anew
     * @param hint what to do about a damaged file
     * @param diagnostics takes what is wrong
     */
    LockTree(String name, int format, String renewedBy, String hint, Diagnostics diagnostics) {
        this.name = name;
        this.format = format;
        this.renewedBy = renewedBy;
        this.hint = hint;
        this.diagnostics = diagnostics;
    }

    /** A tree or a text as JSON on one line, in ASCII. */
    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree or a text can be written", e);
        }
    }

    Optional<JsonNode> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return conflict(text).isPresent() ? unresolved(conflict(text).get()) : parsed(text);
    }

    private Optional<JsonNode> parsed(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode found = root.path("format");
            if (!found.isInt() || found.intValue() < 1) {
                return error("lock-damaged", "The file names no format", hint);
            }
            return found.intValue() > format ? tooNew(found.intValue()) : Optional.of(root);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            return error(
                    "lock-damaged",
                    "The file is no JSON" + where + ": " + VisibleText.excerpt(e.getOriginalMessage()),
                    hint);
        }
    }

    private static Optional<Integer> conflict(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("(<{7}|>{7}|\\|{7})( .*)?|={7}")) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> unresolved(int line) {
        return error(
                "lock-conflict",
                "A merge is not resolved in the file (line " + line + ")",
                "Take either side, for example by git checkout --ours " + name + ", then run with " + renewedBy
                        + " and review what that changes");
    }

    private Optional<JsonNode> tooNew(int found) {
        return error(
                "lock-too-new",
                "A newer version of Toolsmith wrote the file: its format is " + found + ", this version reads "
                        + format,
                "Use that version here too");
    }

    private Optional<JsonNode> error(String code, String message, String what) {
        diagnostics.error(code, new SourcePointer(name, ""), message, what);
        return Optional.empty();
    }
}
