package dev.toolsmith.maven.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies of Maven's settings, chosen as Maven itself chooses them: the first active one of the URL's protocol that
 * the host is not excepted from, and for https also one of http. This machine is never reached through a proxy.
 */
final class MavenProxies extends ProxySelector {

    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private final List<Rule> rules;

    MavenProxies(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        if (rules.stream().anyMatch(rule -> rule.login().isPresent()) && System.getProperty(TUNNELS) == null) {
            // By default Java tells no name and password to a proxy that https goes through.
            System.setProperty(TUNNELS, "");
        }
    }

    /**
     * One proxy.
     *
     * @param protocol {@code http} or {@code https}: the URLs that it is for
     * @param host where it is
     * @param port where it listens
     * @param nonProxyHosts hosts that are reached without it, {@code *} for any characters, separated by {@code |}
     * @param login what it asks for, if it does
     */
    record Rule(String protocol, String host, int port, String nonProxyHosts, Optional<PasswordAuthentication> login) {

        Proxy proxy() {
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        }

        boolean isFor(String wanted, String target) {
            return protocol.equalsIgnoreCase(wanted) && !excepts(target);
        }

        private boolean excepts(String target) {
            for (String pattern : nonProxyHosts.split("[|,\\s]+", -1)) {
                String regex = Pattern.quote(pattern.strip()).replace("*", "\\E.*\\Q");
                if (!pattern.isBlank()
                        && Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                                .matcher(target)
                                .matches()) {
                    return true;
                }
            }
            return false;
        }

        /** Without the login. */
        @Override
        public String toString() {
            return protocol + " by " + host + ":" + port;
        }
    }

    /** What a request to this URL tells the proxy that it goes through. No other server sees it. */
    RequestHeaders headers(SourceUrl url) {
        return rule(url)
                .flatMap(Rule::login)
                .map(login -> RequestHeaders.proxy(login.getUserName(), new String(login.getPassword())))
                .orElse(RequestHeaders.NONE);
    }

    @Override
    public List<Proxy> select(URI uri) {
        SourceUrl url = new SourceUrl(uri);
        if (rules.isEmpty() && !url.isLoopback()) {
            return Optional.ofNullable(ProxySelector.getDefault())
                    .map(selector -> selector.select(uri))
                    .orElse(List.of(Proxy.NO_PROXY));
        }
        return rule(url).map(rule -> List.of(rule.proxy())).orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself fails, and that is told.
    }

    private Optional<Rule> rule(SourceUrl url) {
        String scheme = url.uri().getScheme();
        String host = url.uri().getHost();
        if (url.isLoopback()) {
            return Optional.empty();
        }
        return first(scheme, host).or(() -> scheme.equals("https") ? first("http", host) : Optional.empty());
    }

    private Optional<Rule> first(String protocol, String host) {
        return rules.stream().filter(rule -> rule.isFor(protocol, host)).findFirst();
    }
}
