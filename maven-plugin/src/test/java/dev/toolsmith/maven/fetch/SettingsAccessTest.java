package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsAccessTest {

    private static final String SERVERS = """
            <settings><servers>
              <server><id>plain</id><username>me</username><password>open</password></server>
              <server><id>sealed</id><username>me</username><password>ENCRYPTED</password></server>
              <server><id>token</id><password>ENCRYPTED</password></server>
              <server><id>broken</id><password>{notEncryptedAtAll=}</password></server>
              <server><id>header</id><configuration><httpHeaders>
                <property><name>Private-Token</name><value>glpat</value></property>
              </httpHeaders></configuration></server>
            </servers></settings>
            """;

    @TempDir
    private Path folder;

    @Test
    void aUserWithAPasswordLogsInByBasic() throws FetchFault {
        assertThat(headers("plain", null)).containsOnly(Map.entry("Authorization", basic("me:open")));
    }

    @Test
    void whatMavenEncryptedIsDecrypted() throws FetchFault {
        assertThat(headers("sealed", null))
                .containsOnly(Map.entry("Authorization", basic("me:" + MavenSettings.SECRET)));
        assertThat(headers("token", null)).containsOnly(Map.entry("Authorization", "Bearer " + MavenSettings.SECRET));
    }

    @Test
    void whatCannotBeDecryptedIsSaid() {
        assertThatThrownBy(() -> headers("broken", null))
                .hasMessageStartingWith("The password of server broken in the settings cannot be decrypted")
                .hasMessageContaining("guide-encryption");
    }

    @Test
    void headersOfAServerAreSent() throws FetchFault {
        assertThat(headers("header", null)).containsOnly(Map.entry("Private-Token", "glpat"));
    }

    @Test
    void aTokenCanStandInTheEnvironment() throws FetchFault {
        assertThat(headers(null, "TOKEN")).containsOnly(Map.entry("Authorization", "Bearer of-env"));
    }

    @Test
    void aSourceWithoutCredentialsSendsNone() throws FetchFault {
        assertThat(headers(null, null)).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> headers("none", null)).hasMessageContaining("The settings have no <server> none");
        assertThatThrownBy(() -> headers(null, "NONE")).hasMessageContaining("variable NONE is not set");
        assertThatThrownBy(() -> headers(null, "BAD")).hasMessageContaining("variable BAD has no token");
    }

    @Test
    void onlyActiveProxiesCountAndTheirPasswordsAreDecrypted() throws FetchFault {
        MavenProxies proxies = MavenSettings.access(folder, """
                        <settings><proxies>
                          <proxy><id>a</id><active>false</active><protocol>https</protocol><host>off</host><port>1</port></proxy>
                          <proxy><id>b</id><protocol>https</protocol><host>on</host><port>2</port>
                            <username>me</username><password>ENCRYPTED</password><nonProxyHosts>*.corp</nonProxyHosts></proxy>
                        </proxies></settings>
                        """, Map.of()).proxies();

        SourceUrl url = SourceUrl.parse("https://api.example.com/");
        assertThat(proxies.select(url.uri()))
                .singleElement()
                .asString()
                .contains("on")
                .contains(":2");
        assertThat(proxies.headers(url).values())
                .containsOnly(Map.entry("Proxy-Authorization", basic("me:" + MavenSettings.SECRET)));
        assertThat(proxies.headers(SourceUrl.parse("https://x.corp/")).values()).isEmpty();
    }

    @Test
    void nothingSecretIsPrinted() throws FetchFault {
        assertThat(RequestHeaders.bearer("secret").with("Private-Token", "glpat"))
                .hasToString("[Authorization, Private-Token]");
    }

    private Map<String, String> headers(@Nullable String serverId, @Nullable String tokenEnv) throws FetchFault {
        Map<String, String> environment = Map.of("TOKEN", "of-env\n", "BAD", "a b");
        return MavenSettings.access(folder, SERVERS, environment)
                .headers(new Source("https://api.example.com/", new File("x.yaml"), serverId, tokenEnv))
                .values();
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
