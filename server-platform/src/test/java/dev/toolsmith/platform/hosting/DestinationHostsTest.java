package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationHostsTest {

    private final DestinationHosts hosts = DestinationHosts.of(List.of("hooks.example.com", "*.Example.org"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/x",
                "https://HOOKS.example.com:8443/x?y=z",
                "https://a.example.org",
                "https://a.b.example.org/"
            })
    void listedHostsAreLetThrough(String url) {
        assertThat(hosts.lets(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/x",
                "https://evil.example/",
                "https://example.org/",
                "https://evilexample.org/",
                "https://hooks.example.com.evil.example/",
                "https://hooks.example.com@evil.example/",
                "https://user@hooks.example.com/",
                "https://evil.example/#hooks.example.com",
                "https://evil.example\\@hooks.example.com/",
                "https://.example.org/",
                "//hooks.example.com/",
                "hooks.example.com",
                "https:hooks.example.com",
                " https://hooks.example.com/",
                ""
            })
    void everythingElseIsNot(String url) {
        assertThat(hosts.lets(url)).isFalse();
    }

    @Test
    void withoutAListEveryHostIs() {
        assertThat(DestinationHosts.any().lets("http://anywhere.example/")).isTrue();
    }
}
