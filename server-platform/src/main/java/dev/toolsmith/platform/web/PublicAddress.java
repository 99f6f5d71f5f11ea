package dev.toolsmith.platform.web;

import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes requests to the public address for secure when that is https, whatever a proxy says of them: to clients they are.
 * Everything else asks the request.
 */
final class PublicAddress implements HttpConfiguration.Customizer {

    private final Optional<String> secureHost;

    PublicAddress(Optional<URI> publicUrl) {
        this.secureHost =
                publicUrl.filter(url -> "https".equals(url.getScheme())).map(URI::getHost);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        boolean here = secureHost
                .filter(host -> host.equalsIgnoreCase(Request.getServerName(request)))
                .isPresent();
        return here && !request.isSecure() ? new Secure(request) : request;
    }

    private static final class Secure extends Request.Wrapper {

        private final HttpURI uri;

        Secure(Request request) {
            super(request);
            this.uri = HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS);
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }

        @Override
        public boolean isSecure() {
            return true;
        }
    }
}
