package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.schema.ArgumentSchema;
import dev.toolsmith.runtime.schema.ArgumentSchemas;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading a call's arguments, and checking them against the largest input schema there is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArgumentCheckBenchmark {

    private final ArgumentSchema schema = new ArgumentSchemas().of(SampleCall.tool());
    private final byte[] bytes = SampleCall.goodBytes();
    private final ObjectNode good = SampleCall.goodArguments();
    private final ObjectNode bad = SampleCall.badArguments();

    /** Makes sure that the good arguments are good and the bad ones bad. */
    public ArgumentCheckBenchmark() {
        if (schema.problemsOf(good).isPresent() || schema.problemsOf(bad).isEmpty()) {
            throw new IllegalStateException("The schema has changed: " + schema.problemsOf(good));
        }
    }

    /** Parses arguments strictly into a tree. */
    @Benchmark
    public JsonNode readArguments() {
        return JsonTree.read(bytes);
    }

    /** Checks arguments in which nothing is wrong. */
    @Benchmark
    public Optional<String> checkGoodArguments() {
        return schema.problemsOf(good);
    }

    /** Checks arguments in which much is wrong, and words what. */
    @Benchmark
    public Optional<String> checkBadArguments() {
        return schema.problemsOf(bad);
    }
}
