package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.upstream.request.RequestBuilder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From checked arguments to the request's target, headers and body bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestBenchmark {

    private final BundledTool bundled = SampleCall.tool();
    private final ApiTool tool = bundled.bundle().tool(bundled.name());
    private final RequestBuilder builder = new RequestBuilder("/");
    private final ToolArguments arguments = new ToolArguments(SampleCall.goodArguments());

    /** Maps arguments by the generated class and encodes what comes of it. */
    @Benchmark
    public Object buildRequest() {
        return builder.build(tool.toRequest(arguments), arguments, false);
    }
}
