package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.SecurityScheme;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Turns what a tool means into bytes for one API: its base path, its way of taking a credential. */
final class RequestBuilder {

    private final String basePath;
    private final List<SecurityScheme> security;

    RequestBuilder(String basePath, List<SecurityScheme> security) {
        this.basePath = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
        this.security = security;
    }

    /**
     * The request as it goes over the wire.
     *
     * @throws RefusedArgument when an argument may not become what it would become
     */
    HttpCall build(ApiRequest request, ToolArguments arguments, Optional<Secret> credential, boolean reads) {
        List<HttpCall.Header> headers = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        for (ApiRequest.Parameter parameter : request.parameters()) {
            if (parameter.value().isNull()) {
                continue;
            }
            if (parameter.place() == ApiRequest.Place.HEADER) {
                headers.add(new HttpCall.Header(parameter.parameter(), HeaderValue.of(parameter, arguments)));
            } else if (parameter.place() == ApiRequest.Place.COOKIE) {
                cookies.add(parameter.parameter() + "=" + HeaderValue.of(parameter, arguments));
            }
        }
        StringBuilder query = new StringBuilder(QueryString.of(request));
        credential.ifPresent(secret -> authenticate(secret.reveal(), headers, cookies, query));
        if (!cookies.isEmpty()) {
            headers.add(new HttpCall.Header("Cookie", String.join("; ", cookies)));
        }
        String path = basePath + RequestPath.of(request, arguments);
        Optional<HttpCall.Content> body = request.body().map(sent -> BodyBytes.of(sent, arguments));
        return new HttpCall(
                request.method(), query.isEmpty() ? path : path + "?" + query, List.copyOf(headers), body, reads);
    }

    private void authenticate(String secret, List<HttpCall.Header> headers, List<String> cookies, StringBuilder query) {
        SecurityScheme scheme =
                security.isEmpty() ? new SecurityScheme("bearer", "http", "bearer", "", "") : security.get(0);
        if (scheme.type().equals("apiKey")) {
            switch (scheme.in()) {
                case "query" ->
                    query.append(query.isEmpty() ? "" : "&")
                            .append(PercentEncoding.of(scheme.parameter()))
                            .append('=')
                            .append(PercentEncoding.of(secret));
                case "cookie" -> cookies.add(scheme.parameter() + "=" + PercentEncoding.of(secret));
                default -> headers.add(new HttpCall.Header(scheme.parameter(), secret));
            }
        } else if (scheme.type().equals("http") && scheme.scheme().equalsIgnoreCase("basic")) {
            headers.add(new HttpCall.Header("Authorization", "Basic " + basic(secret)));
        } else {
            headers.add(new HttpCall.Header("Authorization", "Bearer " + secret));
        }
    }

    private static String basic(String secret) {
        String user = secret.indexOf(':') < 0 ? secret + ":" : secret;
        return Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
