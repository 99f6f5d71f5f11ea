package dev.toolsmith.attio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.wire.AttioTrial.Outcome;
import dev.toolsmith.attio.wire.Recorder.Sent;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every slot of every tool's path, filled with what tries to get out of it. */
@Timeout(300)
class PathCorpusTest {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final List<String> NO_TEXTS =
            List.of("null", "true", "5", "-0", "1e309", "0.5", "[]", "[\"a\"]", "[\"..\"]", "{}", "{\"a\":\"..\"}");

    private static AttioTrial trial;

    /**
     * One slot.
     *
     * @param schema of the argument
     * @param least arguments that fit
     */
    private record Slot(ToolDescriptor tool, String name, JsonNode schema, ObjectNode least) {

        ObjectNode with(JsonNode value) {
            return least.deepCopy().set(name, value);
        }

        ObjectNode with(String value) {
            return least.deepCopy().put(name, value);
        }

        /** Whether any text fits the schema. */
        boolean takesTexts() {
            return !schema.has("enum") && !schema.has("format");
        }

        /** The path with a value in this slot, encoded as plainly as can be. */
        String pathWith(String value) {
            return SLOT.matcher(tool.path())
                    .replaceAll(slot -> Matcher.quoteReplacement(encoded(
                            slot.group(1).equals(name)
                                    ? value
                                    : least.path(slot.group(1)).asString())));
        }
    }

    @BeforeAll
    static void start() {
        trial = new AttioTrial();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @Test
    void whatIsNoPartOfAPathIsRefusedInEverySlot() {
        List<String> texts = HostileTexts.refused();
        int cases = 0;
        for (Slot slot : slots()) {
            for (String text : texts) {
                Outcome outcome = trial.call(slot.tool().name(), slot.with(text));
                assertThat(outcome.refused())
                        .as("%s of %s: %s -> %s", slot.name(), slot.tool().name(), text, outcome.sent())
                        .isTrue();
                assertThat(outcome.text()).contains(slot.name()).contains("Nothing was sent.");
                cases++;
            }
            for (String json : NO_TEXTS) {
                JsonNode value = JsonTree.read(json.getBytes(StandardCharsets.UTF_8));
                assertThat(trial.call(slot.tool().name(), slot.with(value)).refused())
                        .as("%s of %s: %s", slot.name(), slot.tool().name(), json)
                        .isTrue();
                cases++;
            }
            ObjectNode missing = slot.least().deepCopy();
            missing.remove(slot.name());
            assertThat(trial.call(slot.tool().name(), missing).refused()).isTrue();
        }
        assertThat(cases).isGreaterThanOrEqualTo(17_000);
    }

    @Test
    void whatIsTakenFillsItsSlotAndNothingElse() {
        int sent = 0;
        for (Slot slot : slots()) {
            for (String text : HostileTexts.taken()) {
                Outcome outcome = trial.call(slot.tool().name(), slot.with(text));
                boolean expected = slot.takesTexts()
                        || slot.schema().path("enum").toString().contains("\"" + text + "\"");
                assertThat(outcome.sent().isPresent())
                        .as("%s of %s: %s -> %s", slot.name(), slot.tool().name(), text, outcome.text())
                        .isEqualTo(expected);
                sent += isAsPlanned(slot, text, outcome) ? 1 : 0;
            }
        }
        assertThat(sent).isGreaterThanOrEqualTo(7_000);
    }

    @Test
    void mixturesAreRefusedOrFillTheirSlot() {
        List<String> texts = HostileTexts.mixed(60);
        int sent = 0;
        int refused = 0;
        for (Slot slot : slots()) {
            for (String text : texts) {
                Outcome outcome = trial.call(slot.tool().name(), slot.with(text));
                if (isAsPlanned(slot, text, outcome)) {
                    sent++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(sent).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
    }

    /** Whether something was sent, which then is exactly what the template says. */
    private static boolean isAsPlanned(Slot slot, String text, Outcome outcome) {
        if (outcome.sent().isEmpty()) {
            assertThat(outcome.result().isError()).isTrue();
            return false;
        }
        Sent sent = outcome.sent().get();
        String path = sent.target().replaceFirst("\\?.*", "");
        assertThat(sent.method()).isEqualTo(slot.tool().method());
        assertThat(sent.line()).endsWith(" HTTP/1.1");
        assertThat(path)
                .as("%s of %s: %s", slot.name(), slot.tool().name(), text)
                .isEqualTo(slot.pathWith(text));
        assertThat(path.split("/", -1)).hasSameSizeAs(slot.tool().path().split("/", -1));
        return true;
    }

    private static List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        for (ToolDescriptor tool : trial.tools()) {
            JsonNode schema = trial.schema(tool.name());
            ObjectNode least = SampleArguments.least(schema);
            Matcher slot = SLOT.matcher(tool.path());
            while (slot.find()) {
                slots.add(
                        new Slot(tool, slot.group(1), schema.path("properties").path(slot.group(1)), least));
            }
        }
        assertThat(slots).hasSizeGreaterThanOrEqualTo(85);
        return slots;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(Normalizer.normalize(value, Normalizer.Form.NFC), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
