package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com,                 https://api.example.com/",
        "' HTTPS://API.Example.com:443/A?b=c#d ', https://api.example.com:443/A",
        "http://localhost:8080/x,                 http://localhost:8080/x",
        "http://127.0.0.1/x,                      http://127.0.0.1/x",
        "http://[::1]:80/x,                       http://[::1]:80/x",
    })
    void isEncryptedOrOfThisMachine(String text, String shown) throws FetchFault {
        assertThat(SourceUrl.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example.com/x,             is not encrypted",
        "http://localhost.example.com/x,       is not encrypted",
        "http://127.0.0.1.example.com/x,       is not encrypted",
        "http://0.0.0.0/x,                     is not encrypted",
        "https://user:secret@api.example.com/, A user stands in the URL of api.example.com",
        "file:///etc/passwd,                   Descriptions cannot be downloaded from file:///etc/passwd",
        "api.example.com/x,                    Descriptions cannot be downloaded from api.example.com/x",
        "https:///x,                           Descriptions cannot be downloaded from https:///x",
        "https://a b/,                         No URL: https://a b/",
        "https://a b/x?key=secret,             No URL: https://a b/x",
        "https://a b/x#secret,                 No URL: https://a b/x",
        "https://user:secret@a b/x,            No URL: https://***",
        "https://user:/secret@a/ x,            No URL: https://***",
        "user:secret@a b,                      No URL: ***",
        "https://a b/x?m=u@h&key=secret,       No URL: https://***",
        "ftp://user:secret@a:21/x?key=secret,  Descriptions cannot be downloaded from ftp://a:21/x",
        "https://user:secret/1@a/x,            Descriptions cannot be downloaded from https://***",
        "api.example.com/x?key=secret,         Descriptions cannot be downloaded from api.example.com/x",
    })
    void isNothingElse(String text, String message) {
        assertThatThrownBy(() -> SourceUrl.parse(text))
                .isInstanceOf(FetchFault.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void keepsTheQueryToItself() throws FetchFault {
        SourceUrl url = SourceUrl.parse("https://api.example.com/x?key=secret");

        assertThat(url.uri().toString()).endsWith("?key=secret");
        assertThat(url.toString()).doesNotContain("secret");
    }

    @Test
    void isNotLedToThisMachineFromOutside() throws FetchFault {
        SourceUrl outside = SourceUrl.parse("https://api.example.com/x");

        assertThatThrownBy(() -> outside.redirected(Optional.of("http://localhost:8080/admin")))
                .hasMessageContaining("redirects to this machine (http://localhost:8080/admin)");
        assertThat(outside.redirected(Optional.of("../y?z=1")).uri().toString())
                .isEqualTo("https://api.example.com/../y?z=1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example:443/y, true",
        "https://a.example/x, https://a.example:444/y, false",
        "https://a.example/x, https://b.example/x,     false",
        "http://localhost/x,  https://localhost/x,     false",
        "http://localhost/x,  http://localhost:80/x,   true",
    })
    void hasAnOrigin(String one, String other, boolean same) throws FetchFault {
        assertThat(SourceUrl.parse(one).hasOriginOf(SourceUrl.parse(other))).isEqualTo(same);
    }
}
