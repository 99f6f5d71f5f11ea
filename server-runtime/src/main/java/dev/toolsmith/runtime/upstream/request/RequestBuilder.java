package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a tool means into bytes for one API. */
public final class RequestBuilder {

    private final String basePath;

    /**
     * A builder of requests to one API.
     *
     * @param basePath goes before all paths, with or without a slash at its end; may be empty
     */
    public RequestBuilder(String basePath) {
        this.basePath = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
    }

    /**
     * The request as it goes over the wire, but for what it authenticates by.
     *
     * @throws RefusedArgument when an argument may not become what it would become
     */
    public HttpCall build(ApiRequest request, ToolArguments arguments, boolean reads) {
        List<HttpCall.Header> headers = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        for (ApiRequest.Parameter parameter : request.parameters()) {
            if (parameter.value().isNull()) {
                continue;
            }
            if (parameter.place() == ApiRequest.Place.HEADER) {
                headers.add(new HttpCall.Header(parameter.parameter(), HeaderValue.of(parameter, arguments)));
            } else if (parameter.place() == ApiRequest.Place.COOKIE) {
                cookies.addAll(HeaderValue.cookies(parameter, arguments));
            }
        }
        String query = QueryString.of(request);
        if (!cookies.isEmpty()) {
            headers.add(new HttpCall.Header("Cookie", String.join("; ", cookies)));
        }
        String path = basePath + RequestPath.of(request, arguments);
        Optional<HttpCall.Content> body = request.body().map(sent -> BodyBytes.of(sent, arguments));
        return new HttpCall(
                request.method(), query.isEmpty() ? path : path + "?" + query, List.copyOf(headers), body, reads);
    }
}
