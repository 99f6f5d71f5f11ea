package dev.toolsmith.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

final class JsonTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-1",
                "2147483648",
                "12345678901234567890",
                "1.50",
                "1E+400",
                "-0.001",
                "\"\"",
                "\"Ω😀\\\"\\\\\\n\"",
                "[]",
                "{}",
                "[1,[2,{\"a\":null}],\"x\"]",
                "{\"b\":1,\"a\":{\"d\":[],\"c\":false}}"
            })
    void whatIsReadIsWrittenAgainByteForByte(String json) {
        assertThat(JsonTree.text(read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "NaN",
                "01",
                "'a'",
                "// x\n1",
                "\"\t\"",
                "{a:1}",
                "tru"
            })
    void whatIsNotOneValueIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void nestingIsLimited() {
        assertThat(read("[".repeat(200) + "]".repeat(200)).isArray()).isTrue();
        assertThatThrownBy(() -> read("[".repeat(201) + "]".repeat(201))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void theOrderOfMembersVanishesInTheCanonicalForm() {
        JsonNode one = read("{\"b\":[{\"y\":1,\"x\":2}],\"a\":1}");
        JsonNode other = read("{\"a\":1,\"b\":[{\"x\":2,\"y\":1}]}");
        assertThat(JsonTree.canonical(one)).isEqualTo(JsonTree.canonical(other));
        assertThat(new String(JsonTree.canonical(one), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1,\"b\":[{\"x\":2,\"y\":1}]}");
    }

    @Test
    void numbersOfProgramsAreWrittenToo() {
        assertThat(JsonTree.text(JsonNodeFactory.instance.numberNode(0.5))).isEqualTo("0.5");
        assertThat(JsonTree.text(JsonNodeFactory.instance.numberNode((short) 7)))
                .isEqualTo("7");
    }

    private static JsonNode read(String json) {
        return JsonTree.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
