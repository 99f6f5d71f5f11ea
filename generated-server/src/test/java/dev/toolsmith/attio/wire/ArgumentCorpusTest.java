package dev.toolsmith.attio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.wire.AttioTrial.Outcome;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arguments made from the schemas: those that fit are sent as they are, those that do not fit are not sent. */
@Timeout(300)
class ArgumentCorpusTest {

    private static AttioTrial trial;

    @BeforeAll
    static void start() {
        trial = new AttioTrial();
    }

    @AfterAll
    static void stop() {
        trial.close();
    }

    @Test
    void whatFitsIsSent() {
        int cases = 0;
        for (ToolDescriptor tool : trial.tools()) {
            JsonNode schema = trial.schema(tool.name());
            for (ObjectNode arguments : Variations.fitting(schema)) {
                Outcome outcome = trial.call(tool.name(), arguments);
                assertThat(outcome.sent())
                        .as("%s %s -> %s", tool.name(), arguments, outcome.text())
                        .isPresent();
                assertThat(outcome.result().isError()).isFalse();
                cases++;
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(300);
    }

    @Test
    void whatDoesNotFitIsNotSent() {
        int cases = 0;
        for (ToolDescriptor tool : trial.tools()) {
            JsonNode schema = trial.schema(tool.name());
            for (Variations.Wrong wrong : Variations.wrong(schema)) {
                Outcome outcome = trial.call(tool.name(), wrong.arguments());
                assertThat(outcome.refused())
                        .as("%s %s: %s -> %s", tool.name(), wrong.why(), wrong.arguments(), outcome.sent())
                        .isTrue();
                assertThat(outcome.text()).as(wrong.why()).contains(wrong.names());
                cases++;
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(1_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"__proto__", "constructor", "headers", "base_url", "Authorization", "host", "url", "path", ""})
    void noToolTakesAnArgumentThatItDoesNotKnow(String name) {
        for (ToolDescriptor tool : trial.tools()) {
            ObjectNode arguments = SampleArguments.least(trial.schema(tool.name()));
            arguments.putObject(name).put("Authorization", "Bearer other").put("host", "evil.example");
            Outcome outcome = trial.call(tool.name(), arguments);
            assertThat(outcome.refused()).as(tool.name()).isTrue();
            assertThat(outcome.text()).contains("not known to this tool");
        }
    }

    @Test
    void noValueLeavesItsPlaceInAQuery() {
        List<String> texts = new ArrayList<>(HostileTexts.taken());
        texts.addAll(HostileTexts.refused().stream()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .filter(text -> !text.isEmpty())
                .toList());
        int sent = 0;
        for (ToolDescriptor tool : trial.tools()) {
            JsonNode schema = trial.schema(tool.name());
            ObjectNode least = SampleArguments.least(schema);
            for (String name : queryTexts(tool, schema)) {
                for (String text : texts) {
                    Outcome outcome = trial.call(tool.name(), least.deepCopy().put(name, text));
                    if (outcome.sent().isEmpty()) {
                        assertThat(outcome.result().isError()).isTrue();
                        continue;
                    }
                    String target = outcome.sent().get().target();
                    int question = target.indexOf('?');
                    assertThat(pairs(target.substring(question + 1)))
                            .as("%s of %s: %s", name, tool.name(), target)
                            .containsEntry(name, text)
                            .allSatisfy((key, value) -> assertThat(
                                            key.equals(name)
                                                    ? text
                                                    : least.path(key).asString())
                                    .isEqualTo(value));
                    assertThat(target.substring(question + 1)).matches("[A-Za-z0-9._~%=&-]*");
                    sent++;
                }
            }
        }
        assertThat(sent).isGreaterThan(1_000);
    }

    @Test
    void aBodyIsWrittenAnewFromWhatWasUnderstood() {
        String note = "{ \"data\" : {\"content\":\"\\u0022\\r\\n}\",  \"format\":\"plaintext\",\"deadline_at\":null,"
                + "\"is_completed\":false,\"linked_records\":[],\"assignees\":[ ] } }";
        Outcome outcome = trial.call("create_a_attio_task", note.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.sent().orElseThrow().body())
                .isEqualTo("{\"data\":{\"content\":\"\\\"\\r\\n}\",\"format\":\"plaintext\",\"deadline_at\":null,"
                        + "\"is_completed\":false,\"linked_records\":[],\"assignees\":[]}}");
        for (String twice : List.of(
                note.replace("\"is_completed\":false", "\"is_completed\":false,\"is_completed\":true"),
                note + note,
                note.substring(0, note.length() - 3),
                "[" + note + "]",
                "null",
                "")) {
            assertThat(trial.call("create_a_attio_task", twice.getBytes(StandardCharsets.UTF_8))
                            .refused())
                    .as(twice)
                    .isTrue();
        }
    }

    /** The arguments of a reading tool that are texts in its query. */
    private static List<String> queryTexts(ToolDescriptor tool, JsonNode schema) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean inPath = tool.path().contains("{" + property.getKey() + "}");
            boolean text = property.getValue().path("type").asString("").equals("string")
                    && !property.getValue().has("enum")
                    && !property.getValue().has("format");
            boolean ours = SampleArguments.OURS.contains(property.getKey());
            if (tool.method().equals("GET") && text && !inPath && !ours) {
                names.add(property.getKey());
            }
        }
        return names;
    }

    private static Map<String, String> pairs(String query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            String before = pairs.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            assertThat(before).as(query).isNull();
        }
        return pairs;
    }
}
