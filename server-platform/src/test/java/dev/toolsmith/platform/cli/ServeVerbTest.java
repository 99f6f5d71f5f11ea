package dev.toolsmith.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.ServerOptions;
import dev.toolsmith.runtime.cli.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class ServeVerbTest {

    private final Verb serve = new ServeVerb(List.of());

    @Test
    void whatIsSetForEachHostedServerIsToldToBeSetThere() throws Exception {
        VerbRun run = VerbRun.of(Map.of(), "serve", "--view", "text");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "There is no option --view here. Each hosted server has a setting of its own for it: on its page at"
                                + " /admin, or by the API as \"view\" in its \"config\".\n"
                                + "\"test-server serve --help\" tells how it is used.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "backup", "restore", "doctor", "audit", "keys"})
    void helpOfWhatReadsTheMasterKeyTellsItsVariables(String verb) throws Exception {
        VerbRun run = VerbRun.of(Map.of(), "help", verb);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("\nEnvironment variables:\n  TOOLSMITH_MASTER_KEY ", "\n  TOOLSMITH_MASTER_KEY_FILE\n");
        assertThat(run.out().contains("TOOLSMITH_NEW_MASTER_KEY")).isEqualTo(verb.equals("keys"));
    }

    @Test
    void everyOptionThatNarrowsAServersToolsIsOne() {
        for (Option each : ServerOptions.SELECTION) {
            assertThat(serve.whereElse(each.name())).as(each.name()).isPresent();
        }
        assertThat(serve.whereElse("exposure").orElseThrow()).contains("\"tool_exposure\"");
        assertThat(serve.whereElse("engine")).isEmpty();
    }
}
