package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an answer whose caller may not hear of the account any more. */
class WithheldResultsTest {

    private static final String PUBLISHED = "{\"name\":\"crm_list_deals\"},\n{\"name\":\"crm_list_companies\"}";

    private static String left(String answer, String listing) {
        byte[] bytes = (" " + listing).getBytes(StandardCharsets.UTF_8);
        return new String(
                WithheldResults.in(
                        answer.getBytes(StandardCharsets.UTF_8), () -> new ListedTool(bytes, 1, bytes.length - 1)),
                StandardCharsets.UTF_8);
    }

    @Test
    void aListIsThatOfTheMoment() {
        String list = "{\"id\":1,\"result\":{\"tools\":[{\"name\":\"crm_list_deals\",\"description\":\"canary\"}]}}";

        assertThat(left(list, PUBLISHED))
                .isEqualTo("{\"id\":1,\"result\":{\"tools\":[{\"name\":\"crm_list_deals\"},"
                        + "{\"name\":\"crm_list_companies\"}]}}");
        assertThat(left(list, "")).isEqualTo("{\"id\":1,\"result\":{\"tools\":[]}}");
        assertThat(left("[" + list + "]", "")).isEqualTo("[{\"id\":1,\"result\":{\"tools\":[]}}]");
    }

    @Test
    void whyArgumentsAreNotAcceptedMayNameWhatThereIsInTheAccount() {
        String refused = "{\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"canary\"}],\"isError\":true,"
                + "\"_meta\":{\"dev.toolsmith/error\":{\"code\":\"invalid_arguments\"}}}}";

        assertThat(left(refused, PUBLISHED)).contains("revoked_in_flight").doesNotContain("canary");
    }

    @Test
    void aRefusalOfOurOwnStaysByteByByte() {
        String paused = "{ \"id\":1,\"result\":{\"content\":[],\"isError\":true,"
                + "\"_meta\":{\"dev.toolsmith/error\":{\"code\":\"server_paused\"}}}}";

        assertThat(left(paused, PUBLISHED)).isEqualTo(paused);
        assertThat(left("{\"id\":2,\"result\":{} }", PUBLISHED)).isEqualTo("{\"id\":2,\"result\":{} }");
    }

    @Test
    void whatIsOfferedBesideToolsIsNotTold() {
        for (String member : List.of("messages", "contents", "resources")) {
            String told = "{\"id\":3,\"result\":{\"resultType\":\"complete\",\"" + member + "\":[\"canary\"]}}";
            assertThat(left(told, PUBLISHED))
                    .contains("\"id\":3", "\"error\":{\"code\":-32603", "Nothing is told")
                    .doesNotContain("canary", "result\"");
        }
        assertThat(left("{\"id\":4,\"result\":{\"completion\":{\"values\":[\"canary\"]}}}", PUBLISHED))
                .contains("\"error\"")
                .doesNotContain("canary");
    }

    @Test
    void aQuestionToTheClientIsNotAskedAnyMore() {
        String question = "{\"id\":5,\"result\":{\"resultType\":\"input_required\",\"inputRequests\":{\"confirm\":"
                + "{\"method\":\"elicitation/create\",\"params\":{\"message\":\"canary\"}}},\"requestState\":\"canary\"}}";

        assertThat(left(question, PUBLISHED))
                .contains("\"resultType\":\"complete\"", "revoked_in_flight", "Nothing was sent.", "\"isError\":true")
                .doesNotContain("canary", "inputRequests");
    }
}
