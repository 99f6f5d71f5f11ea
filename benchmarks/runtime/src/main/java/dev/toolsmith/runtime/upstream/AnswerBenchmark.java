package dev.toolsmith.runtime.upstream;

import dev.toolsmith.sandbox.AttioSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From an answer's bytes, a page of companies, to compact JSON with the places of its items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnswerBenchmark {

    private final byte[] answer = pageOfCompanies();

    /** Reads strictly, copies without white space. */
    @Benchmark
    public Object compactAnswer() {
        return JsonCompactor.compact(answer, Optional.of("/data"), Optional.empty());
    }

    private static byte[] pageOfCompanies() {
        try (AttioSandbox sandbox = AttioSandbox.start(0)) {
            URI companies = sandbox.baseUri().resolve("/v2/objects/companies/records/query");
            HttpRequest query = HttpRequest.newBuilder(companies)
                    .header("Authorization", "Bearer " + sandbox.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"limit\": 50}"))
                    .build();
            return HttpClient.newHttpClient()
                    .sendAsync(query, HttpResponse.BodyHandlers.ofByteArray())
                    .join()
                    .body();
        }
    }
}
