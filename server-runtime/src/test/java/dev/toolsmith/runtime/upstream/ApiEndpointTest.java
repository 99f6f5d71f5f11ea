package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.text.WordKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiEndpointTest {

    private static final URI BASE = URI.create("https://api.example.com");
    private static final CredentialSupplier CREDENTIAL = () -> Optional.of(Secret.of("key-one"));
    private static final ApiEndpoint ONE = new ApiEndpoint(BASE, CREDENTIAL);

    @Test
    void aFingerprintDiffersForAnotherAddressTokenUrlOrCredential() {
        WordKey key = WordKey.of(new byte[WordKey.LEAST_BYTES]);
        List<ApiEndpoint> others = List.of(
                new ApiEndpoint(URI.create("https://api.example.org"), CREDENTIAL),
                ONE.withTokenUrl(URI.create("https://login.example.com/token")),
                ONE.withTokenUrl(URI.create("https://login.example.org/token")),
                new ApiEndpoint(BASE, () -> Optional.of(Secret.of("key-two"))),
                new ApiEndpoint(BASE, Optional::empty));

        assertThat(others.stream().map(other -> other.fingerprint(key)))
                .doesNotHaveDuplicates()
                .doesNotContain(ONE.fingerprint(key));
        assertThat(new ApiEndpoint(BASE, CREDENTIAL).fingerprint(key)).isEqualTo(ONE.fingerprint(key));
    }

    @Test
    void anAccountWithAWordOfItsOwnStaysTheSameAtAnotherAddressAndCredential() {
        WordKey key = WordKey.of(new byte[WordKey.LEAST_BYTES]);
        ApiEndpoint elsewhere = new ApiEndpoint(URI.create("http://127.0.0.1:1"), Optional::empty);

        assertThat(elsewhere.withAccount("crm").fingerprint(key))
                .isEqualTo(ONE.withAccount("crm").fingerprint(key))
                .isNotEqualTo(ONE.withAccount("other").fingerprint(key))
                .isNotEqualTo(ONE.fingerprint(key));
    }

    @Test
    void aFingerprintIsOfOneKeyAndTellsNoCredential() {
        String word = ONE.fingerprint(WordKey.of(new byte[WordKey.LEAST_BYTES]));

        assertThat(word).matches("[0-9a-f]{64}").isNotEqualTo(ONE.fingerprint(WordKey.random()));
    }
}
