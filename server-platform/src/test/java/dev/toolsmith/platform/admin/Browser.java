package dev.toolsmith.platform.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as forms need: it keeps a cookie and sends what a page of the same origin would. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String cookie = "";

    Browser(String origin) {
        this.origin = origin;
        headers.put("Origin", origin);
    }

    /** The session cookie as {@code name=value}; empty when there is none. */
    String cookie() {
        return cookie;
    }

    Browser withCookie(String value) {
        cookie = value;
        return this;
    }

    /** Sends another header from now on; an empty value leaves it out. */
    Browser with(String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token that the session's pages have. */
    HttpResponse<String> submit(String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("form_token");
        all.add(formToken());
        return post(path, all.toArray(new String[0]));
    }

    String formToken() {
        Matcher found = TOKEN.matcher(get("/admin/connections").body());
        if (!found.find()) {
            throw new AssertionError("No form token: nobody is signed in");
        }
        return found.group(1);
    }

    /** Sends a form as it is given: names and values in turn. */
    HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        }
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
        headers.forEach(request::setHeader);
        return send(request);
    }

    HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofMinutes(1));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Optional<String> set = response.headers().firstValue("Set-Cookie");
            set.ifPresent(text -> cookie = text.contains("=;") ? "" : text.substring(0, text.indexOf(';')));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
