package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedApi.Destination;
import dev.toolsmith.runtime.bundle.BundledTool;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The hosts that an operator lets APIs send data to. */
public final class DestinationHosts {

    private final List<String> hosts;

    private DestinationHosts(List<String> hosts) {
        this.hosts = hosts;
    }

    /** No list: every host. */
    public static DestinationHosts any() {
        return new DestinationHosts(List.of());
    }

    /**
     * These hosts alone, over https.
     *
     * @param hosts names such as {@code hooks.example.com}, or {@code *.example.com} for all below one; none at all lets
     *     every host pass
     */
    public static DestinationHosts of(List<String> hosts) {
        return new DestinationHosts(hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** Why a call may not be made; empty when it sends nothing anywhere, or only where it may. */
    Optional<Refused> refusal(HostedApi api, BundledTool tool, ObjectNode arguments) {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        for (Destination destination : api.destinations()) {
            if (!tool.descriptor().tags().contains(destination.tag())) {
                continue;
            }
            JsonNode url = arguments.at(destination.pointer());
            if (!url.isMissingNode() && !(url.isString() && lets(url.stringValue()))) {
                return Optional.of(new Refused(
                        "destination_refused",
                        "The operator of this server does not let data be sent to the address in "
                                + destination.pointer()
                                + ". Nothing was sent. Addresses begin with https:// and are at: "
                                + String.join(", ", hosts) + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether data may be sent to a URL. */
    boolean lets(String url) {
        if (hosts.isEmpty()) {
            return true;
        }
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return host != null
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && isListed(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isListed(String host) {
        for (String listed : hosts) {
            boolean below = listed.startsWith("*.");
            if (below ? host.endsWith(listed.substring(1)) && host.length() >= listed.length() : host.equals(listed)) {
                return true;
            }
        }
        return false;
    }
}
