package dev.toolsmith.runtime.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPeerTest {

    private static String peer(String remote, List<String> forwardedFor, String connection)
            throws UnknownHostException {
        return StreamPeer.of(InetAddress.getByName(remote), forwardedFor, connection);
    }

    @Test
    void aClientElsewhereIsItsAddressWhateverItSays() throws UnknownHostException {
        assertThat(peer("192.0.2.7", List.of("198.51.100.1"), "1"))
                .isEqualTo(peer("192.0.2.7", List.of(), "2"))
                .isNotEqualTo(peer("192.0.2.8", List.of(), "1"));
        assertThat(peer("2001:db8::1", List.of(), "1"))
                .isEqualTo(peer("2001:db8:0:0:ffff::2", List.of(), "2"))
                .isNotEqualTo(peer("2001:db8:0:1::1", List.of(), "1"));
    }

    @Test
    void behindAProxyOnThisMachineAClientIsTheLastThatTheProxyNamed() throws UnknownHostException {
        String first = peer("127.0.0.1", List.of("203.0.113.9", "192.0.2.7"), "1");

        assertThat(first)
                .isEqualTo(peer("::1", List.of("192.0.2.7"), "2"))
                .isNotEqualTo(peer("127.0.0.1", List.of("203.0.113.9"), "1"));
        assertThat(peer("127.0.0.1", List.of("x".repeat(10_000)), "1")).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.7:4711", "192.0.2.7:4712", " 192.0.2.7 ", "::ffff:192.0.2.7", "[::ffff:192.0.2.7]:1"})
    void behindAProxyAClientIsItsAddressWhateverItsPort(String element) throws UnknownHostException {
        assertThat(peer("127.0.0.1", List.of(element), "1")).isEqualTo(peer("127.0.0.1", List.of("192.0.2.7"), "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2001:db8::2", "2001:db8::ffff:0:0:1", "[2001:db8::3]", "[2001:db8::4]:4711", "2001:DB8:0:0::5"})
    void behindAProxyWhoHasAnIpv6NetworkIsOneClient(String element) throws UnknownHostException {
        assertThat(peer("127.0.0.1", List.of(element), "1"))
                .isEqualTo(peer("127.0.0.1", List.of("2001:db8::1"), "2"))
                .isNotEqualTo(peer("127.0.0.1", List.of("2001:db8:0:1::1"), "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "_hidden",
                "localhost",
                "1.2.3",
                "192.0.2.256",
                "192.0.2.7.",
                "192.0.2.7:99999",
                "[2001:db8::1",
                "2001:db8::1]",
                "1::2::3",
                "[192.0.2.7]",
                "[v6.example.org]",
                "fe80::1%lo",
                "::::"
            })
    void behindAProxyAllOfWhomNoAddressIsToldAreOneClient(String element) throws UnknownHostException {
        assertThat(peer("127.0.0.1", List.of(element), "1")).isEqualTo("for no address");
    }

    @Test
    void onThisMachineAConnectionIsAClientWhereNobodyIsNamed() throws UnknownHostException {
        assertThat(peer("127.0.0.1", List.of(), "1"))
                .isEqualTo(peer("127.0.0.1", List.of(), "1"))
                .isNotEqualTo(peer("127.0.0.1", List.of(), "2"));
    }
}
