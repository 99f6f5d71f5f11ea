package dev.toolsmith.runtime.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request as a tool means it: values in their places, nothing encoded yet. Immutable; every method that adds
 * something returns a new request.
 */
public final class ApiRequest {

    /** Where a value stands in a request (OpenAPI 3.1, Parameter Object, {@code in}). */
    public enum Place {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /**
     * One value in its place.
     *
     * @param place where it travels
     * @param parameter the name on the wire
     * @param value the value
     * @param style how arrays and objects are written (OpenAPI 3.1, Style Values), or {@code json}: every value,
     *     also a string, is one text of compact JSON
     * @param explode whether they become several parameters
     */
    public record Parameter(Place place, String parameter, JsonNode value, String style, boolean explode) {}

    private final String method;
    private final String template;
    private final List<Parameter> parameters;
    private final Optional<RequestBody> body;

    private ApiRequest(String method, String template, List<Parameter> parameters, Optional<RequestBody> body) {
        this.method = method;
        this.template = template;
        this.parameters = List.copyOf(parameters);
        this.body = body;
    }

    /** A GET on a path template such as {@code /v2/notes/{note_id}}. */
    public static ApiRequest get(String template) {
        return new ApiRequest("GET", template, List.of(), Optional.empty());
    }

    /** A POST on a path template. */
    public static ApiRequest post(String template) {
        return new ApiRequest("POST", template, List.of(), Optional.empty());
    }

    /** A PUT on a path template. */
    public static ApiRequest put(String template) {
        return new ApiRequest("PUT", template, List.of(), Optional.empty());
    }

    /** A PATCH on a path template. */
    public static ApiRequest patch(String template) {
        return new ApiRequest("PATCH", template, List.of(), Optional.empty());
    }

    /** A DELETE on a path template. */
    public static ApiRequest delete(String template) {
        return new ApiRequest("DELETE", template, List.of(), Optional.empty());
    }

    /** A HEAD on a path template. */
    public static ApiRequest head(String template) {
        return new ApiRequest("HEAD", template, List.of(), Optional.empty());
    }

    /** An OPTIONS on a path template. */
    public static ApiRequest options(String template) {
        return new ApiRequest("OPTIONS", template, List.of(), Optional.empty());
    }

    /** Fills one slot of the template. */
    public ApiRequest path(String parameter, JsonNode value) {
        return path(parameter, value, "simple", false);
    }

    /** Fills one slot of the template in a style of its own. */
    public ApiRequest path(String parameter, JsonNode value, String style, boolean explode) {
        return adding(new Parameter(Place.PATH, parameter, value, style, explode));
    }

    /** Adds a query parameter in style {@code form}, exploded. */
    public ApiRequest query(String parameter, JsonNode value) {
        return query(parameter, value, "form", true);
    }

    /** Adds a query parameter in style {@code form}, exploded, if the value was given. */
    public ApiRequest query(String parameter, Optional<JsonNode> value) {
        return query(parameter, value, "form", true);
    }

    /** Adds a query parameter in a style of its own. */
    public ApiRequest query(String parameter, JsonNode value, String style, boolean explode) {
        return adding(new Parameter(Place.QUERY, parameter, value, style, explode));
    }

    /** Adds a query parameter in a style of its own, if the value was given. */
    public ApiRequest query(String parameter, Optional<JsonNode> value, String style, boolean explode) {
        return value.map(given -> query(parameter, given, style, explode)).orElse(this);
    }

    /** Adds a header in style {@code simple}, not exploded. */
    public ApiRequest header(String parameter, JsonNode value) {
        return header(parameter, value, "simple", false);
    }

    /** Adds a header in style {@code simple}, not exploded, if the value was given. */
    public ApiRequest header(String parameter, Optional<JsonNode> value) {
        return header(parameter, value, "simple", false);
    }

    /** Adds a header in a style of its own. */
    public ApiRequest header(String parameter, JsonNode value, String style, boolean explode) {
        return adding(new Parameter(Place.HEADER, parameter, value, style, explode));
    }

    /** Adds a header in a style of its own, if the value was given. */
    public ApiRequest header(String parameter, Optional<JsonNode> value, String style, boolean explode) {
        return value.map(given -> header(parameter, given, style, explode)).orElse(this);
    }

    /** Adds a cookie in style {@code form}, not exploded. */
    public ApiRequest cookie(String parameter, JsonNode value) {
        return cookie(parameter, value, "form", false);
    }

    /** Adds a cookie in style {@code form}, not exploded, if the value was given. */
    public ApiRequest cookie(String parameter, Optional<JsonNode> value) {
        return cookie(parameter, value, "form", false);
    }

    /** Adds a cookie in a style of its own. */
    public ApiRequest cookie(String parameter, JsonNode value, String style, boolean explode) {
        return adding(new Parameter(Place.COOKIE, parameter, value, style, explode));
    }

    /** Adds a cookie in a style of its own, if the value was given. */
    public ApiRequest cookie(String parameter, Optional<JsonNode> value, String style, boolean explode) {
        return value.map(given -> cookie(parameter, given, style, explode)).orElse(this);
    }

    /** Sends an object of arguments as JSON, also when none of them was given. */
    public ApiRequest jsonBody(BodyArguments content) {
        return jsonBody(content.toObject());
    }

    /** Sends a value as JSON. */
    public ApiRequest jsonBody(JsonNode content) {
        return sending(RequestBody.Encoding.JSON, "application/json", content);
    }

    /** Sends a value as JSON, if it was given. */
    public ApiRequest jsonBody(Optional<JsonNode> content) {
        return content.map(this::jsonBody).orElse(this);
    }

    /** Sends an object of arguments as a URL-encoded form. */
    public ApiRequest formBody(BodyArguments content) {
        return formBody(content.toObject());
    }

    /** Sends a value as a URL-encoded form. */
    public ApiRequest formBody(JsonNode content) {
        return sending(RequestBody.Encoding.FORM, "application/x-www-form-urlencoded", content);
    }

    /** Sends a value as a URL-encoded form, if it was given. */
    public ApiRequest formBody(Optional<JsonNode> content) {
        return content.map(this::formBody).orElse(this);
    }

    /** Sends an object of arguments as a multipart form. */
    public ApiRequest multipartBody(BodyArguments content) {
        return multipartBody(content.toObject());
    }

    /** Sends a value as a multipart form. */
    public ApiRequest multipartBody(JsonNode content) {
        return sending(RequestBody.Encoding.MULTIPART, "multipart/form-data", content);
    }

    /** Sends a value as a multipart form, if it was given. */
    public ApiRequest multipartBody(Optional<JsonNode> content) {
        return content.map(this::multipartBody).orElse(this);
    }

    /** Sends a value as text. */
    public ApiRequest textBody(JsonNode content) {
        return sending(RequestBody.Encoding.TEXT, "text/plain", content);
    }

    /** Sends a value as text, if it was given. */
    public ApiRequest textBody(Optional<JsonNode> content) {
        return content.map(this::textBody).orElse(this);
    }

    /** Sends a value as the bytes that its Base64 stands for. */
    public ApiRequest binaryBody(JsonNode content) {
        return sending(RequestBody.Encoding.BINARY, "application/octet-stream", content);
    }

    /** Sends a value as the bytes that its Base64 stands for, if it was given. */
    public ApiRequest binaryBody(Optional<JsonNode> content) {
        return content.map(this::binaryBody).orElse(this);
    }

    /** Calls the body another media type, such as {@code application/merge-patch+json}; a request without one stays. */
    public ApiRequest contentType(String mediaType) {
        return body.map(sent -> sending(sent.called(mediaType))).orElse(this);
    }

    /** Writes one member of a form or multipart body in a style; a request without a body stays. */
    public ApiRequest styled(String member, String style, boolean explode) {
        return with(member, new RequestBody.Part("", style, explode));
    }

    /** Writes one member of a form or multipart body as a media type; a request without a body stays. */
    public ApiRequest typed(String member, String mediaType) {
        return with(member, new RequestBody.Part(mediaType, "", false));
    }

    /** The HTTP method, upper case. */
    public String method() {
        return method;
    }

    /** The path template. */
    public String template() {
        return template;
    }

    /** The parameters in all places, in the order they were added. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The body, if there is one. */
    public Optional<RequestBody> body() {
        return body;
    }

    private ApiRequest adding(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new ApiRequest(method, template, more, body);
    }

    private ApiRequest sending(RequestBody.Encoding encoding, String mediaType, JsonNode content) {
        return sending(new RequestBody(encoding, mediaType, content));
    }

    private ApiRequest sending(RequestBody sent) {
        return new ApiRequest(method, template, parameters, Optional.of(sent));
    }

    private ApiRequest with(String member, RequestBody.Part part) {
        return body.map(sent -> sending(sent.with(member, part))).orElse(this);
    }
}
