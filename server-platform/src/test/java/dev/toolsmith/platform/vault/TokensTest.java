package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {

    private static final int GUESSES = 1_000_000;

    @TempDir
    Path path;

    private DataFolder data;
    private Tokens tokens;

    @BeforeEach
    void open() {
        data = DataFolder.open(path);
        tokens = new Tokens(data.vault());
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void tokensAreWellFormedAndSayWhatTheyAreFor() {
        assertThat(tokens.newUrlToken()).matches("tsm_[0-9A-Za-z]{49}").satisfies(this::wellFormed);
        assertThat(tokens.newApiToken()).matches("tsk_[0-9A-Za-z]{49}").satisfies(this::wellFormed);
        assertThat(tokens.newSession()).matches("tss_[0-9A-Za-z]{49}").satisfies(this::wellFormed);
    }

    private void wellFormed(String token) {
        assertThat(Tokens.isWellFormed(token)).isTrue();
    }

    @Test
    void aMillionWellFormedGuessesFindNothing() {
        Set<String> directory = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            directory.add(tokens.macOf(tokens.newUrlToken()));
        }
        assertThat(directory).hasSize(1_000);
        int found = 0;
        for (int i = 0; i < GUESSES; i++) {
            String guess = tokens.newUrlToken();
            if (!Tokens.isWellFormed(guess) || directory.contains(tokens.macOf(guess))) {
                found++;
            }
        }
        assertThat(found).isZero();
    }

    @Test
    void oneWrongCharacterAnywhereIsNoToken() {
        String token = tokens.newApiToken();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String mistyped = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(Tokens.isWellFormed(mistyped)).as("position %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tsm_", "tsm_0000000000000000000000000000000000000000000000000", "x", "ü"})
    void whatIsMalformedIsNotHashed(String text) {
        assertThat(Tokens.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> tokens.macOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMessageAboutAMalformedTokenDoesNotRepeatIt() {
        String token = tokens.newUrlToken();
        String cut = token.substring(0, token.length() - 1);
        assertThatThrownBy(() -> tokens.macOf(cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(cut);
    }

    @Test
    void hashesAreKeyedSoThatTheDatabaseAloneTellsNoToken(@TempDir Path elsewhere) {
        String token = tokens.newUrlToken();
        try (DataFolder other = DataFolder.open(elsewhere)) {
            assertThat(new Tokens(other.vault()).macOf(token)).isNotEqualTo(tokens.macOf(token));
        }
        assertThat(tokens.macOf(token)).doesNotContain(token.substring(4, 20)).hasSize(43);
    }

    @Test
    void theHintIsTheEnd() {
        String token = tokens.newUrlToken();
        assertThat(Tokens.hint(token)).hasSize(4).isEqualTo(token.substring(49, 53));
        assertThat(Tokens.hint("ab")).isEqualTo("ab");
    }

    @Test
    void nothingShowsAKey() {
        assertThat(data.vault().mac("url-token").toString()).isEqualTo("***");
        assertThat(data.vault().toString()).startsWith("Vault under MasterKey in the file ");
    }
}
