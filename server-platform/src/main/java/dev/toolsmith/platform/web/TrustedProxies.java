package dev.toolsmith.platform.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Takes known proxies' word on who sent a request, by which scheme and to which host. Of a list of addresses the last one
 * counts that is no known proxy's: what stands before it anybody may have written. What others say is not listened to.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {

    private static final String FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final InetAddressSet trusted;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    TrustedProxies(List<String> ranges) {
        this.trusted = set(ranges);
    }

    /**
     * The addresses that ranges hold.
     *
     * @throws IllegalArgumentException when one is no address and no range
     */
    static InetAddressSet set(List<String> ranges) {
        InetAddressSet addresses = new InetAddressSet();
        for (String range : ranges) {
            String address = range.replaceFirst("/\\d{1,3}$", "");
            if (literal(address).isEmpty()) {
                throw new IllegalArgumentException(
                        "--trusted-proxies takes addresses and ranges such as 10.0.0.0/8, not \"" + range + "\".");
            }
            addresses.add(range);
        }
        return addresses;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || !trusted.test(peer.getAddress())) {
            return request;
        }
        return forwarded.customize(new Told(request, told(request.getHeaders())), responseHeaders);
    }

    /** The header with one address in it, and nothing else that a proxy has not said. */
    private HttpFields told(HttpFields headers) {
        HttpFields.Mutable told = HttpFields.build();
        for (HttpField field : headers) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            boolean kept = name.equals("x-forwarded-proto") || name.equals("x-forwarded-host");
            if (kept
                    || !(name.startsWith("x-forwarded-")
                            || name.equals("forwarded")
                            || name.startsWith("x-proxied-"))) {
                told.add(field);
            }
        }
        if (headers.contains(FOR)) {
            lastStranger(headers.getCSV(FOR, false)).ifPresent(client -> told.put(FOR, client));
        } else {
            lastElement(headers.getCSV(FORWARDED, true)).ifPresent(element -> told.put(FORWARDED, element));
        }
        return told.asImmutable();
    }

    private Optional<String> lastStranger(List<String> addresses) {
        for (int i = addresses.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = address(addresses.get(i));
            if (address.isEmpty()) {
                return Optional.empty();
            }
            if (i == 0 || !trusted.test(address.get())) {
                return Optional.of(addresses.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<String> lastElement(List<String> elements) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            Optional<InetAddress> address = forOf(elements.get(i)).flatMap(TrustedProxies::address);
            if (address.isEmpty() || i == 0 || !trusted.test(address.get())) {
                return address.map(known -> "").isPresent() ? Optional.of(elements.get(i)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> forOf(String element) {
        for (String pair : element.split(";", -1)) {
            String part = pair.strip();
            if (part.toLowerCase(Locale.ROOT).startsWith("for=")) {
                return Optional.of(part.substring(4).replace("\"", ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> address(String node) {
        try {
            boolean bare = node.indexOf(':') != node.lastIndexOf(':') && !node.startsWith("[");
            String host = bare ? node : new HostPort(node).getHost();
            return literal(host == null ? "" : host.replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An address from its numbers; never asks the network. */
    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static final class Told extends Request.Wrapper {

        private final HttpFields headers;

        Told(Request request, HttpFields headers) {
            super(request);
            this.headers = headers;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
