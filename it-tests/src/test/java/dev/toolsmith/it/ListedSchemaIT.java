package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The schemas that a model is shown, which may be shorter than those that arguments are checked against. */
class ListedSchemaIT {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> LISTED = new LinkedHashMap<>();

    @BeforeAll
    static void list() {
        try (Connection connection = new Server("kernel", "stdio")
                .connect("http://127.0.0.1:9", Product.published(Map.of("ATTIO_API_KEY", "unused")))) {
            connection
                    .rpc()
                    .tools()
                    .forEach(tool -> LISTED.put(
                            tool.required("name").asString(), REGISTRY.getSchema(tool.required("inputSchema"))));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsTakenAlsoFitsTheListedSchema() {
        return ValidCall.table().stream()
                .flatMap(call -> Stream.of(call, call.withArrays()))
                .map(call -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> {
                    JsonNode arguments = RefusedCall.plain(call.template());
                    assertThat(fits(REGISTRY.getSchema(ExactSchemas.of(call.tool())), arguments))
                            .as("%s is taken", arguments)
                            .isTrue();
                    assertThat(fits(LISTED.get(call.tool()), arguments))
                            .as("%s fits", arguments)
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whateverElseIsTakenAlsoFitsTheListedSchema() {
        AtomicInteger taken = new AtomicInteger();
        Stream<DynamicTest> calls = ValidCall.table().stream()
                .map(call -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> {
                    Schema exact = REGISTRY.getSchema(ExactSchemas.of(call.tool()));
                    Schema listed = LISTED.get(call.tool());
                    List<JsonNode> fitting = Variants.of(RefusedCall.plain(call.template())).stream()
                            .filter(arguments -> fits(exact, arguments))
                            .toList();
                    taken.addAndGet(fitting.size());
                    assertThat(fitting).allMatch(arguments -> fits(listed, arguments));
                }));
        DynamicTest enough = DynamicTest.dynamicTest(
                "these were many", () -> assertThat(taken.get()).isGreaterThan(1_000));
        return Stream.concat(calls, Stream.of(enough));
    }

    private static boolean fits(Schema schema, JsonNode arguments) {
        return schema.validate(arguments).isEmpty();
    }
}
