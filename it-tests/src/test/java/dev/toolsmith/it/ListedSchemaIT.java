package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The schemas that a model is shown, which may be shorter than those that arguments are checked against. */
class ListedSchemaIT {

    private static final String ID = "3f2a0c7e-1111-4222-8333-444455556666";
    private static final Map<String, Schema> LISTED = new HashMap<>();

    @BeforeAll
    static void list() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (Connection connection =
                new Server("kernel", "stdio").connect("http://127.0.0.1:9", Map.of("ATTIO_API_KEY", "unused"))) {
            connection
                    .rpc()
                    .tools()
                    .forEach(tool -> LISTED.put(
                            tool.required("name").asString(), registry.getSchema(tool.required("inputSchema"))));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsTakenAlsoFitsTheListedSchema() {
        return ValidCall.table().stream()
                .flatMap(call -> Stream.of(call, call.withArrays())
                        .map(variant -> DynamicTest.dynamicTest(call.row() + " " + call.tool(), () -> fits(variant))));
    }

    private static void fits(ValidCall call) {
        JsonNode arguments = Json.parse(call.template()
                .toString()
                .replaceAll("\\$\\{member_email}", "a@b.co")
                .replaceAll("\\$\\{\\w+}", ID));
        Schema schema = LISTED.get(call.tool());
        assertThat(schema.validate(
                        arguments, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as("%s %s", call.tool(), arguments)
                .isEmpty();
    }
}
