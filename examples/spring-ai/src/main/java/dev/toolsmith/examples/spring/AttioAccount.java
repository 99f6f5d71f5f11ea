package dev.toolsmith.examples.spring;

import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.sandbox.AttioSandbox;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The workspace that calls go to: Attio's when an API key is set, else a sandbox with sample data in this process. */
@Component
final class AttioAccount implements AutoCloseable {

    private final Optional<AttioSandbox> sandbox;
    private final ApiEndpoint endpoint;

    AttioAccount(@Value("${attio.base-url}") URI baseUrl, @Value("${attio.api-key}") String apiKey) {
        sandbox = apiKey.isEmpty() ? Optional.of(AttioSandbox.start(0)) : Optional.empty();
        endpoint = sandbox.map(local -> endpoint(local.baseUri(), local.token()))
                .orElseGet(() -> endpoint(baseUrl, apiKey));
    }

    ApiEndpoint endpoint() {
        return endpoint;
    }

    private static ApiEndpoint endpoint(URI baseUrl, String token) {
        Secret secret = Secret.of(token);
        return new ApiEndpoint(baseUrl, () -> Optional.of(secret));
    }

    @Override
    public void close() {
        sandbox.ifPresent(AttioSandbox::close);
    }
}
