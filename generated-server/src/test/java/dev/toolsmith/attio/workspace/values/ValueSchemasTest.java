package dev.toolsmith.attio.workspace.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.values.ValueShape.Named;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.values.ValueShape.Unique;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.schema.ArgumentSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ValueSchemasTest {

    private static final ValueShape STAGE = new ValueShape(
            AttributeType.STATUS,
            false,
            false,
            Optional.of(new Named(List.of("Lead", "Won 🎉"), List.of("s1", "s2"))),
            Optional.empty(),
            false);
    private static final ValueShape TAGS = new ValueShape(
            AttributeType.SELECT,
            true,
            true,
            Optional.of(new Named(List.of("A", "B"), List.of("o1", "o2"))),
            Optional.empty(),
            false);

    private static JsonNode json(String text) {
        return JsonTree.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Lead\"", "[\"s2\"]", "{\"status\":\"Won 🎉\"}", "[{\"status\":\"Lead\"}]"})
    void aRequiredStatusIsOneOfThoseThatThereAre(String value) {
        assertThat(ArgumentSchema.compile(ValueSchemas.of(STAGE)).accepts(json(value)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"Lost\"", "[\"Lead\",\"Lead\"]", "{\"status\":null}", "4"})
    void aRequiredStatusIsNeitherClearedNorTwoNorAnother(String value) {
        assertThat(ArgumentSchema.compile(ValueSchemas.of(STAGE)).accepts(json(value)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "true | [\"A\",{\"option\":\"o2\"}]",
                "true | []",
                "true | null",
                "false | \"A\"",
                "false | [\"A\",\"C\"]",
            })
    void whereThereMayBeManyTheyStandInAnArray(boolean accepted, String value) {
        assertThat(ArgumentSchema.compile(ValueSchemas.of(TAGS)).accepts(json(value)))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASchemaForOneAndForManyValues(AttributeType type) {
        for (boolean multi : new boolean[] {false, true}) {
            ValueShape shape = new ValueShape(type, multi, true, Optional.empty(), Optional.empty(), false);
            ArgumentSchema schema = ArgumentSchema.compile(ValueSchemas.of(shape));

            assertThat(schema.accepts(json("null"))).isTrue();
            assertThat(schema.accepts(json("[]"))).isTrue();
            assertThat(schema.accepts(json("[null]"))).isEqualTo(type == AttributeType.UNKNOWN);
            assertThat(schema.accepts(json("{\"nothing of this kind\":[1,2]}")))
                    .isEqualTo(type == AttributeType.UNKNOWN);
        }
    }

    @Test
    void whatIsNotKnownOfChoicesMembersAndTargetsRefusesNothing() {
        assertThat(accepts(AttributeType.SELECT, "\"anything\"")).isTrue();
        assertThat(accepts(AttributeType.STATUS, "{\"status\":\"anything\"}")).isTrue();
        assertThat(accepts(AttributeType.ACTOR_REFERENCE, "\"who@example.com\""))
                .isTrue();
        assertThat(accepts(AttributeType.RECORD_REFERENCE, "{\"target_object\":\"x\",\"y\":[\"z\"]}"))
                .isTrue();
        ValueShape one =
                new ValueShape(AttributeType.RECORD_REFERENCE, false, true, Optional.empty(), Optional.empty(), true);
        assertThat(ArgumentSchema.compile(ValueSchemas.of(one)).accepts(json("\"acme\"")))
                .isTrue();
    }

    private static boolean accepts(AttributeType type, String value) {
        return ArgumentSchema.compile(ValueSchemas.of(ValueShape.plain(type))).accepts(json(value));
    }

    @Test
    void recordsAreNamedByTheUniqueAttributesOfTheirObject() {
        Target assets =
                new Target("assets", "t-1", Optional.of(List.of(new Unique("serial", "u-1", AttributeType.NUMBER))));
        Target people = new Target("people", "t-2", Optional.empty());
        ValueShape shape = new ValueShape(
                AttributeType.RECORD_REFERENCE,
                false,
                true,
                Optional.empty(),
                Optional.of(List.of(assets, people)),
                false);
        ArgumentSchema schema = ArgumentSchema.compile(ValueSchemas.of(shape));

        assertThat(schema.accepts(json("{\"target_object\":\"assets\",\"serial\":[7]}")))
                .isTrue();
        assertThat(schema.accepts(json("{\"target_object\":\"t-1\",\"u-1\":[{\"value\":7}]}")))
                .isTrue();
        assertThat(schema.accepts(json("{\"target_object\":\"people\",\"whatever\":[7]}")))
                .isTrue();
        assertThat(schema.accepts(json("{\"target_object\":\"assets\",\"serial\":[\"seven\"]}")))
                .isFalse();
        assertThat(schema.accepts(json("{\"target_object\":\"assets\",\"name\":[7]}")))
                .isFalse();
        assertThat(schema.accepts(json("{\"target_object\":\"deals\",\"serial\":[7]}")))
                .isFalse();
        assertThat(schema.accepts(json("\"seven\""))).isFalse();
    }

    @Test
    void aWorkspaceOfManyMembersIsKnownByAddressInAnyCase() {
        List<String> emails = IntStream.range(0, 300)
                .mapToObj(i -> "member+" + i + "@some.long.domain.example")
                .toList();
        ValueShape shape = new ValueShape(
                AttributeType.ACTOR_REFERENCE,
                false,
                true,
                Optional.of(new Named(emails, List.of("m-1"))),
                Optional.empty(),
                false);
        ArgumentSchema schema = ArgumentSchema.compile(ValueSchemas.of(shape));

        assertThat(schema.accepts(json("\"MEMBER+299@some.long.domain.example\"")))
                .isTrue();
        assertThat(schema.accepts(json("\"member+300@some.long.domain.example\"")))
                .isFalse();
        assertThat(schema.accepts(json("\"memberr0@some.long.domain.example\"")))
                .isFalse();
    }

    @Test
    void noRegularExpressionIsLongerThanAllowed() {
        List<String> patterns = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            ObjectNode schema = ValueSchemas.of(ValueShape.plain(type));
            schema.findValues("pattern").forEach(pattern -> patterns.add(pattern.asString()));
        }
        assertThat(patterns)
                .hasSizeGreaterThan(10)
                .allSatisfy(pattern -> assertThat(pattern).hasSizeLessThanOrEqualTo(512));
    }

    @Test
    void whatIsCompiledHoldsNothingOfAWorkspace() {
        CompiledSchemas schemas = new CompiledSchemas();
        for (int i = 0; i < 500; i++) {
            String own = "of " + i;
            for (AttributeType type : AttributeType.values()) {
                ValueShape shape = new ValueShape(
                        type,
                        i % 2 == 0,
                        i % 3 == 0,
                        Optional.of(new Named(List.of(own), List.of(own))),
                        Optional.of(List.of(new Target(own, own, Optional.empty()))),
                        i % 5 == 0);
                new ShapeCheck(schemas, shape).accepts(json("[\"" + own + "\"]"));
            }
        }

        assertThat(schemas.size()).isLessThanOrEqualTo(8 * AttributeType.values().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"A\"",
                "[\"A\",{\"option\":\"11111111-1111-4111-8111-11111111111a\"}]",
                "[\"C\"]",
                "[{\"option\":\"C\"}]",
                "[{\"status\":\"A\"}]",
                "{\"status\":\"A\"}",
                "{\"option\":\"B\"}",
                "null",
                "[]",
                "[null]",
                "[[\"A\"]]",
                "5",
                "\"ADA@example.com\"",
                "\"bob@example.com\"",
                "{\"workspace_member_email_address\":\"ada@Example.com\"}",
                "{\"workspace_member_email_address\":5}",
                "{\"referenced_actor_type\":\"workspace-member\",\"referenced_actor_id\":\"11111111-1111-4111-8111-11111111111a\"}",
                "{\"referenced_actor_type\":\"workspace-member\",\"referenced_actor_id\":\"11111111-1111-4111-8111-111111111110\"}",
                "{\"referenced_actor_type\":\"system\",\"referenced_actor_id\":\"11111111-1111-4111-8111-11111111111a\"}",
                "{\"target_object\":\"companies\",\"target_record_id\":\"11111111-1111-4111-8111-11111111111a\"}",
                "[{\"target_object\":\"companies\",\"domains\":[\"acme.com\"]}]",
                "{\"target_object\":\"companies\",\"domains\":[\"not one\"]}",
                "{\"target_object\":\"companies\",\"domains\":[null]}",
                "{\"target_object\":\"companies\",\"domains\":[[\"acme.com\"]]}",
                "{\"target_object\":\"companies\",\"name\":[\"acme.com\"]}",
                "{\"target_object\":\"people\",\"domains\":[\"acme.com\"]}",
                "{\"target_object\":\"companies\"}",
                "\"acme.com\"",
                "\"not one\"",
                "{\"domain\":\"acme.com\"}",
                "[{\"domain\":\"acme.com\"}]",
            })
    void theCheckSaysWhatTheExactSchemaSays(String written) {
        String id = "11111111-1111-4111-8111-11111111111a";
        Target companies =
                new Target("companies", id, Optional.of(List.of(new Unique("domains", "u-1", AttributeType.DOMAIN))));
        Named members = new Named(List.of("Ada@example.com"), List.of(id));
        Named choices = new Named(List.of("A", "B"), List.of(id));
        CompiledSchemas schemas = new CompiledSchemas();
        for (boolean multi : new boolean[] {false, true}) {
            for (boolean clearable : new boolean[] {false, true}) {
                for (ValueShape shape : List.of(
                        named(AttributeType.SELECT, multi, clearable, choices),
                        named(AttributeType.STATUS, multi, clearable, choices),
                        named(AttributeType.ACTOR_REFERENCE, multi, clearable, members),
                        referring(multi, clearable, companies, true),
                        referring(multi, clearable, companies, false))) {
                    assertThat(new ShapeCheck(schemas, shape).accepts(json(written)))
                            .as("%s %s", written, shape)
                            .isEqualTo(ArgumentSchema.compile(ValueSchemas.of(shape))
                                    .accepts(json(written)));
                }
            }
        }
    }

    private static ValueShape named(AttributeType type, boolean multi, boolean clearable, Named named) {
        return new ValueShape(type, multi, clearable, Optional.of(named), Optional.empty(), false);
    }

    private static ValueShape referring(boolean multi, boolean clearable, Target target, boolean onlyOne) {
        return new ValueShape(
                AttributeType.RECORD_REFERENCE,
                multi,
                clearable,
                Optional.empty(),
                Optional.of(List.of(target)),
                onlyOne);
    }

    @Test
    void attributesOfTheSameFormShareASchema() {
        CompiledSchemas schemas = new CompiledSchemas();

        assertThat(schemas.of(named(AttributeType.SELECT, true, true, new Named(List.of("C"), List.of("o3")))))
                .isSameAs(schemas.of(TAGS));
        assertThat(schemas.of(STAGE)).isNotSameAs(schemas.of(TAGS));
    }
}
