package dev.toolsmith.attio.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.KnownAccounts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options that change in the workspace while they are known. */
class ChangedOptionTest {

    private static final String INDUSTRY =
            "\"target\":\"objects\",\"identifier\":\"companies\",\"attribute\":\"industry\"";

    private final AtomicLong clock = new AtomicLong();
    private final SandboxAccount account = new SandboxAccount(clock::get);

    @BeforeEach
    void read() {
        assertThat(refusal("Logistics")).isEmpty();
        assertThat(refusal("Freight")).contains("\"Freight\"", "\"Logistics\"");
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void anOptionThatIsNotKnownYetIsNotRefused() {
        account.answer("create_a_attio_attribute_option", "{" + INDUSTRY + ",\"data\":{\"title\":\"Freight\"}}");
        pass(Duration.ofSeconds(2));
        assertThat(refusal("Freight")).isEmpty();
        assertThat(refusal("Logistics")).isEmpty();
    }

    @Test
    void aNewTitleIsNotRefused() {
        rename();
        pass(Duration.ofSeconds(2));
        assertThat(refusal("Freight")).isEmpty();
    }

    @Test
    void aChangedTitleIsSeenWithinTheTimeThatFactsHold() {
        rename();
        pass(KnownAccounts.HOLD.minusSeconds(1));
        int before = account.reads();
        assertThat(refusal("Logistics")).as("what is known still holds").isEmpty();
        assertThat(account.reads()).isEqualTo(before);
        pass(Duration.ofSeconds(2));
        assertThat(refusal("Logistics")).contains("\"Logistics\"", "\"Freight\"");
        assertThat(refusal("Freight")).isEmpty();
    }

    private void rename() {
        account.answer(
                "update_a_attio_attribute_option_by_id",
                "{" + INDUSTRY + ",\"option\":\"Logistics\",\"data\":{\"title\":\"Freight\"}}");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private String refusal(String industry) {
        return account.refusal(
                "update_a_attio_company_by_id",
                "{\"record_id\":\"0a36353b-e055-5b53-87dd-51e8e50a315a\",\"data\":{\"values\":{\"industry\":\""
                        + industry + "\"}}}");
    }
}
