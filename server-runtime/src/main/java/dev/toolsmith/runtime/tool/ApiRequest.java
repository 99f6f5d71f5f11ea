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
     * @param style how arrays and objects are written (OpenAPI 3.1, Style Values)
     * @param explode whether they become several parameters
     */
    public record Parameter(Place place, String parameter, JsonNode value, String style, boolean explode) {}

    /** How the content of a body becomes bytes. */
    public enum Encoding {
        /** Compact JSON. */
        JSON,
        /** {@code application/x-www-form-urlencoded}: the object's members; arrays repeat, objects are JSON. */
        FORM,
        /**
         * {@code multipart/form-data}: the object's members; arrays repeat, a string is a field, an object with
         * {@code base64} (and {@code filename}, {@code content_type}) is a file, any other object is JSON.
         */
        MULTIPART,
        /** A string in UTF-8. */
        TEXT,
        /** The bytes that a Base64 string stands for. */
        BINARY
    }

    /**
     * The body of a request.
     *
     * @param encoding how the content becomes bytes
     * @param mediaType what the request calls it
     * @param content what is written
     */
    public record Body(Encoding encoding, String mediaType, JsonNode content) {}

    private final String method;
    private final String template;
    private final List<Parameter> parameters;
    private final Optional<Body> body;

    private ApiRequest(String method, String template, List<Parameter> parameters, Optional<Body> body) {
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
        return adding(new Parameter(Place.PATH, parameter, value, "simple", false));
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

    /** Adds a header. */
    public ApiRequest header(String parameter, JsonNode value) {
        return adding(new Parameter(Place.HEADER, parameter, value, "simple", false));
    }

    /** Adds a header, if the value was given. */
    public ApiRequest header(String parameter, Optional<JsonNode> value) {
        return value.map(given -> header(parameter, given)).orElse(this);
    }

    /** Adds a cookie. */
    public ApiRequest cookie(String parameter, JsonNode value) {
        return adding(new Parameter(Place.COOKIE, parameter, value, "form", false));
    }

    /** Adds a cookie, if the value was given. */
    public ApiRequest cookie(String parameter, Optional<JsonNode> value) {
        return value.map(given -> cookie(parameter, given)).orElse(this);
    }

    /** Sends an object of arguments as JSON, also when none of them was given. */
    public ApiRequest jsonBody(BodyArguments content) {
        return jsonBody(content.toObject());
    }

    /** Sends a value as JSON. */
    public ApiRequest jsonBody(JsonNode content) {
        return sending(Encoding.JSON, "application/json", content);
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
        return sending(Encoding.FORM, "application/x-www-form-urlencoded", content);
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
        return sending(Encoding.MULTIPART, "multipart/form-data", content);
    }

    /** Sends a value as a multipart form, if it was given. */
    public ApiRequest multipartBody(Optional<JsonNode> content) {
        return content.map(this::multipartBody).orElse(this);
    }

    /** Sends a value as text. */
    public ApiRequest textBody(JsonNode content) {
        return sending(Encoding.TEXT, "text/plain", content);
    }

    /** Sends a value as text, if it was given. */
    public ApiRequest textBody(Optional<JsonNode> content) {
        return content.map(this::textBody).orElse(this);
    }

    /** Sends a value as the bytes that its Base64 stands for. */
    public ApiRequest binaryBody(JsonNode content) {
        return sending(Encoding.BINARY, "application/octet-stream", content);
    }

    /** Sends a value as the bytes that its Base64 stands for, if it was given. */
    public ApiRequest binaryBody(Optional<JsonNode> content) {
        return content.map(this::binaryBody).orElse(this);
    }

    /** Calls the body another media type, such as {@code application/merge-patch+json}; a request without one stays. */
    public ApiRequest contentType(String mediaType) {
        return body.map(sent -> sending(sent.encoding(), mediaType, sent.content()))
                .orElse(this);
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
    public Optional<Body> body() {
        return body;
    }

    private ApiRequest adding(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new ApiRequest(method, template, more, body);
    }

    private ApiRequest sending(Encoding encoding, String mediaType, JsonNode content) {
        return new ApiRequest(method, template, parameters, Optional.of(new Body(encoding, mediaType, content)));
    }
}
