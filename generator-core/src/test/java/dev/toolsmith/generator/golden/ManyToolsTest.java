package dev.toolsmith.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.ToolPlanner;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An API with more operations than one switch of Java has room for. */
class ManyToolsTest {

    private static final int OPERATIONS = 2_600;

    @Test
    void everyToolOfAVeryLargeApiIsFound() throws ReflectiveOperationException {
        ToolCatalog catalog = catalog();
        assertThat(catalog.tools()).hasSize(OPERATIONS);

        BiFunction<String, String, String> calls = GeneratedCode.of(
                        new BundleEmitter(new EmitOptions("com.example.many", Optional.empty())).emit(catalog))
                .calls("com.example.many.ManyTools");

        for (int i : new int[] {0, 999, 1_000, 1_999, 2_000, OPERATIONS - 1}) {
            String name = catalog.tools().get(i).name().value();
            assertThat(calls.apply(name, "{}")).contains(catalog.tools().get(i).path());
        }
        assertThatThrownBy(() -> calls.apply("many_none", "{}")).hasStackTraceContaining("No such tool: many_none");
    }

    private static ToolCatalog catalog() {
        String paths = IntStream.range(0, OPERATIONS)
                .mapToObj(i ->
                        "\"/things/kind%1$d\":{\"get\":{\"operationId\":\"listTheThingsOfKindNumber%1$d\",".formatted(i)
                                + "\"responses\":{\"200\":{\"description\":\"Well.\"}}}}")
                .collect(Collectors.joining(","));
        String description = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Many\",\"version\":\"1\"},"
                + "\"servers\":[{\"url\":\"https://api.example.com\"}],\"paths\":{" + paths + "}}";
        DescriptionSource source = new DescriptionSource("many.json", description.getBytes(StandardCharsets.UTF_8));
        Diagnostics diagnostics = new Diagnostics();
        return DescriptionReader.read(List.of(source), List.of(), ReadLimits.DEFAULTS, diagnostics)
                .map(api -> ToolPlanner.plan(api, PlanOptions.forApp("many"), diagnostics))
                .orElseThrow();
    }
}
