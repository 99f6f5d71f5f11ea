package dev.toolsmith.platform.ops;

import dev.toolsmith.platform.hosting.CallObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts what happens, for Prometheus. Labels hold ids and fixed words only. */
public final class Metrics implements CallObserver, AutoCloseable {

    /** Servers beyond so many are counted together, so that making servers cannot fill the memory. */
    private static final int SERVERS = 1_000;

    private static final int TOOLS = 2_000;

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<String> servers = ConcurrentHashMap.newKeySet();
    private final Set<String> tools = ConcurrentHashMap.newKeySet();

    /** Counts of this process from now on. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauge("toolsmith.calls.in.flight", "Calls that have no answer yet", inFlight::get);
    }

    /** Shows a number that something else keeps. */
    public void gauge(String name, String help, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).register(registry);
    }

    /** Shows a number that something else keeps, one for each fixed word of a label. */
    public void gauge(String name, String help, String label, String word, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).tag(label, word).register(registry);
    }

    @Override
    public void began(String serverId) {
        inFlight.incrementAndGet();
    }

    @Override
    public void ended(String serverId, String tool, String decision, String reason, int upstreamStatus, long nanos) {
        inFlight.decrementAndGet();
        Counter.builder("toolsmith.calls")
                .description("Calls by server, decision and reason")
                .tag("server", bounded(servers, SERVERS, serverId))
                .tag("decision", decision)
                .tag("reason", reason)
                .register(registry)
                .increment();
        Counter.builder("toolsmith.tool.calls")
                .description("Calls by tool")
                .tag("tool", reason.equals("unknown_tool") ? "unknown" : bounded(tools, TOOLS, tool))
                .tag("decision", decision)
                .register(registry)
                .increment();
        Timer.builder("toolsmith.call")
                .description("How long calls take, from their message to their answer")
                .tag("decision", decision)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(nanos));
        if (decision.equals("allowed")) {
            Counter.builder("toolsmith.upstream.answers")
                    .description("Answers of APIs by class of status")
                    .tag("class", upstreamStatus == 0 ? "none" : upstreamStatus / 100 + "xx")
                    .register(registry)
                    .increment();
        }
    }

    private static String bounded(Set<String> known, int most, String name) {
        return known.contains(name) || (known.size() < most && known.add(name)) ? name : "other";
    }

    @Override
    public void turnedAway(int status) {
        Counter.builder("toolsmith.access.refused")
                .description("Callers turned away at a server's door")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }

    @Override
    public void ownRead(String reason) {
        Counter.builder("toolsmith.schema.reads")
                .description("Reads of accounts that make the schemas of their tools exact")
                .tag("outcome", reason.isEmpty() ? "read" : reason)
                .register(registry)
                .increment();
    }

    /** All of it in Prometheus' text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
