package dev.toolsmith.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":[]}|{\"data\":[],\"note\":\"No \\\"x\\\".\"}",
                "{}|{\"note\":\"No \\\"x\\\".\"}",
                "Nothing.|`Nothing.\nNo \"x\".`",
            })
    void aRemarkIsTheLastThingInAnAnswer(String answer, String told) {
        ToolResult result = ToolResult.of(answer.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(Remark.in(result, "No \"x\".").text(), StandardCharsets.UTF_8))
                .isEqualTo(told);
    }
}
