package dev.toolsmith.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.tool.ToolResult;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountAnswerTest {

    @ParameterizedTest
    @CsvSource({"unauthorized,REFUSED", "token_refused,UNKNOWN", "upstream_timeout,UNKNOWN", "no_credential,UNKNOWN"})
    void aClientThatItsTokenEndpointRefusesIsARefusedCredential(String code, AccountAnswer.Verdict verdict) {
        HostedApi.AccountCheck check = new HostedApi.AccountCheck("t", "/active", "/scope", "/id", "/name");
        ToolResult result = ToolResult.failure(code, "told", Optional.empty(), Optional.empty());
        assertThat(AccountAnswer.of(check, result).verdict()).isEqualTo(verdict);
    }
}
