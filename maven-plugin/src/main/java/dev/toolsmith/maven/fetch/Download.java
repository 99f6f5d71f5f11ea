package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.lock.PinnedSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** Downloads one description: redirections, conditions, sizes and times under control. */
final class Download {

    private static final int MAX_REDIRECTIONS = 5;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final MavenProxies proxies;
    private final Limits limits;
    private final Consumer<String> told;

    /**
     * A download.
     *
     * @param client what sends requests, made by {@link #client}
     * @param proxies the proxies that the client was made with
     * @param limits how much and how long
     * @param told hears of the progress of long downloads
     */
    Download(HttpClient client, MavenProxies proxies, Limits limits, Consumer<String> told) {
        this.client = client;
        this.proxies = proxies;
        this.limits = limits;
        this.told = told;
    }

    /**
     * How much and how long.
     *
     * @param maxBytes the size of a description, as it is sent and decoded
     * @param total how long all of it may take, redirections included
     * @param quiet after how much time progress is told, and again
     */
    record Limits(int maxBytes, Duration total, Duration quiet) {}

    /** A client that goes through these proxies. It has no authenticator: with one it would send no credentials of ours. */
    static HttpClient.Builder client(MavenProxies proxies) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(30))
                .proxy(proxies);
    }

    /**
     * Asks for a description.
     *
     * @param known what is there already and need not be sent again
     */
    Answer get(SourceUrl url, RequestHeaders headers, Optional<PinnedSpec> known)
            throws FetchFault, InterruptedException {
        long end = System.nanoTime() + limits.total().toNanos();
        SourceUrl at = url;
        for (int i = 0; i <= MAX_REDIRECTIONS; i++) {
            HttpRequest request = request(at, at.hasOriginOf(url) ? headers : RequestHeaders.NONE, known);
            HttpResponse<byte[]> response = send(at, request, end);
            if (!REDIRECTIONS.contains(response.statusCode())) {
                return answer(at, response, known);
            }
            at = at.redirected(response.headers().firstValue("location"));
        }
        throw new FetchFault(
                url + " redirects more than " + MAX_REDIRECTIONS + " times",
                "Name the URL that it leads to in the end");
    }

    private HttpRequest request(SourceUrl url, RequestHeaders headers, Optional<PinnedSpec> known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.uri())
                .setHeader("User-Agent", "toolsmith")
                .setHeader("Accept", "application/json, application/yaml, */*;q=0.8")
                .setHeader("Accept-Encoding", "gzip");
        known.flatMap(PinnedSpec::etag).ifPresent(etag -> request.setHeader("If-None-Match", etag));
        known.flatMap(PinnedSpec::lastModified).ifPresent(date -> request.setHeader("If-Modified-Since", date));
        headers.values().forEach(request::setHeader);
        proxies.headers(url).values().forEach(request::setHeader);
        return request.GET().build();
    }

    private HttpResponse<byte[]> send(SourceUrl url, HttpRequest request, long end)
            throws FetchFault, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, info -> body(url, info));
        try {
            return response.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new FetchFault(
                    url + " was not done after " + limits.total().toSeconds() + " s",
                    "Give it more time by -Dtoolsmith.timeout=SECONDS");
        } catch (InterruptedException e) {
            response.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw failure(url, e.getCause() == null ? e : e.getCause());
        }
    }

    private LimitedBody body(SourceUrl url, HttpResponse.ResponseInfo info) {
        if (info.statusCode() != 200) {
            return new LimitedBody(0, bytes -> {});
        }
        String of = info.headers()
                .firstValue("content-length")
                .map(Progress::size)
                .map(all -> " of " + all)
                .orElse("");
        Progress progress = new Progress(
                limits.quiet(), bytes -> told.accept("toolsmith: " + Progress.size(bytes) + of + " of " + url));
        return new LimitedBody(limits.maxBytes(), progress);
    }

    private Answer answer(SourceUrl url, HttpResponse<byte[]> response, Optional<PinnedSpec> known) throws FetchFault {
        int status = response.statusCode();
        if (status == 304 && known.isPresent()) {
            return new Answer.Unchanged();
        }
        if (status != 200) {
            throw new FetchFault(url + " answers " + status, hint(status));
        }
        return new Answer.Content(
                decoded(url, response),
                response.headers().firstValue("etag"),
                response.headers().firstValue("last-modified"),
                response.headers().firstValue("content-type").orElse(""));
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 ->
                "Keep credentials in a <server> of settings.xml and name its id (serverId), or name an environment variable"
                        + " with a bearer token (tokenEnv)";
            case 404, 410 -> "Check the URL: the description may have moved";
            case 407 -> "Give the proxy of settings.xml a username and a password";
            default -> status == 429 || status >= 500 ? "Try again later" : "Check the URL";
        };
    }

    private byte[] decoded(SourceUrl url, HttpResponse<byte[]> response) throws FetchFault {
        String encoding = response.headers()
                .firstValue("content-encoding")
                .orElse("identity")
                .strip();
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            return response.body();
        }
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
            throw new FetchFault(url + " answers in an encoding that was not asked for", "Ask who runs it");
        }
        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] bytes = unzipped.readNBytes(limits.maxBytes() + 1);
            if (bytes.length > limits.maxBytes()) {
                throw tooLarge(url);
            }
            return bytes;
        } catch (IOException e) {
            throw new FetchFault(url + " answers what is no gzip: " + e.getMessage(), "Try again later");
        }
    }

    private FetchFault failure(SourceUrl url, Throwable cause) {
        if (cause instanceof LimitedBody.TooLarge) {
            return tooLarge(url);
        }
        if (cause instanceof SSLException) {
            return new FetchFault(
                    url + " is not trusted: " + cause.getMessage(),
                    "If it is yours, name a trust store: -Djavax.net.ssl.trustStore=FILE");
        }
        if (cause instanceof ConnectException
                || cause instanceof UnresolvedAddressException
                || cause instanceof HttpTimeoutException) {
            return new FetchFault(
                    url + " cannot be reached (" + cause + ")",
                    "Check the URL, the network, and the <proxies> of settings.xml");
        }
        return new FetchFault(url + " broke off: " + cause, "Try again later");
    }

    private FetchFault tooLarge(SourceUrl url) {
        return new FetchFault(
                url + " is larger than " + Progress.size(limits.maxBytes())
                        + ", which is as much as a description may have",
                "Check the URL");
    }
}
