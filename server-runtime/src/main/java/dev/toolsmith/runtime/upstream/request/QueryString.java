package dev.toolsmith.runtime.upstream.request;

import dev.toolsmith.runtime.tool.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Writes query parameters, and fields of forms, in the styles of OpenAPI 3.1. An empty array and an empty object leave a
 * parameter out; null is an empty value.
 */
public final class QueryString {

    private final StringBuilder text = new StringBuilder();

    static String of(ApiRequest request) {
        QueryString query = new QueryString();
        for (ApiRequest.Parameter parameter : request.parameters()) {
            if (parameter.place() == ApiRequest.Place.QUERY) {
                query.add(parameter.parameter(), parameter.value(), parameter.style(), parameter.explode());
            }
        }
        return query.text.toString();
    }

    /** Adds one name and value, which are not encoded yet. */
    public void pair(String name, String value) {
        raw(PercentEncoding.of(name), PercentEncoding.of(value));
    }

    void add(String name, JsonNode value, String style, boolean explode) {
        for (StyledPair pair : StyledPair.of(name, value, style, explode)) {
            List<String> items = new ArrayList<>();
            pair.items().forEach(item -> items.add(PercentEncoding.of(item)));
            String separator = pair.separator().equals(",") ? "," : PercentEncoding.of(pair.separator());
            raw(PercentEncoding.of(pair.name()), String.join(separator, items));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void raw(String name, String value) {
        text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
    }
}
