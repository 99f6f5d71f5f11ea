package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    private final MavenProxies proxies = new MavenProxies(List.of(
            rule("http", "first", "*.corp.example|10.*, single.example"),
            rule("http", "second", ""),
            rule("https", "secure", "*.corp.example|INTERNAL.example")));

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/x,      secure",
        "https://a.corp.example/x,       second",
        "https://corp.example/x,         secure",
        "https://internal.example/x,     first",
        "http://api.example.com/x,       first",
        "http://10.1.2.3/x,              second",
        "http://single.example/x,        second",
        "http://single.example.com/x,    first",
        "http://localhost:8080/x,        direct",
        "http://127.0.0.1/x,             direct",
        "https://[::1]/x,                direct",
    })
    void isChosenAsMavenChooses(String url, String proxy) {
        assertThat(chosen(proxies, url)).isEqualTo(proxy);
    }

    @Test
    void withoutOneForHttpsOneForHttpServes() {
        MavenProxies http = new MavenProxies(List.of(rule("http", "only", "direct.example")));

        assertThat(chosen(http, "https://api.example.com/x")).isEqualTo("only");
        assertThat(chosen(http, "https://direct.example/x")).isEqualTo("direct");
        assertThat(chosen(new MavenProxies(List.of(rule("https", "only", ""))), "http://a.example/"))
                .isEqualTo("direct");
    }

    @Test
    void aLoginIsForTheProxyThatIsUsed() throws FetchFault {
        PasswordAuthentication login = new PasswordAuthentication("me", "pass".toCharArray());
        MavenProxies both = new MavenProxies(List.of(
                new MavenProxies.Rule("https", "asks", 3128, "open.example", Optional.of(login)),
                rule("http", "open", "")));

        assertThat(both.headers(SourceUrl.parse("https://api.example.com/")).values())
                .containsEntry("Proxy-Authorization", "Basic bWU6cGFzcw==");
        assertThat(both.headers(SourceUrl.parse("https://open.example/")).values())
                .isEmpty();
        assertThat(both.headers(SourceUrl.parse("http://localhost/")).values()).isEmpty();
        assertThat(both.headers(SourceUrl.parse("https://api.example.com/")).toString())
                .doesNotContain("bWU6cGFzcw");
    }

    private static String chosen(MavenProxies proxies, String url) {
        Proxy proxy = proxies.select(URI.create(url)).get(0);
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : proxy.address().toString().replaceAll("[:/].*", "");
    }

    private static MavenProxies.Rule rule(String protocol, String host, String nonProxyHosts) {
        return new MavenProxies.Rule(protocol, host, 3128, nonProxyHosts, Optional.empty());
    }
}
