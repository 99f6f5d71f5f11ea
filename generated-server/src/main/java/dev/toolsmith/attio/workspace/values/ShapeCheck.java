package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.values.ValueShape.Named;
import dev.toolsmith.attio.workspace.values.ValueShape.Target;
import dev.toolsmith.attio.workspace.values.ValueShape.Unique;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks what is written for one attribute: its form by a schema that all workspaces share, and what it names by looking it
 * up. It accepts what the schema of the shape accepts, and UUIDs in either case, without compiling anything of a workspace.
 */
final class ShapeCheck {

    private static final String OBJECT = "target_object";
    private static final String RECORD = "target_record_id";

    private final CompiledSchemas schemas;
    private final ValueShape shape;
    private final Set<String> names;
    private final Set<String> ids;

    ShapeCheck(CompiledSchemas schemas, ValueShape shape) {
        this.schemas = schemas;
        this.shape = shape;
        boolean inAnyCase = shape.type() == AttributeType.ACTOR_REFERENCE;
        Optional<Named> named = shape.named();
        this.names = named.map(known -> inAnyCase ? lower(known.names()) : Set.copyOf(known.names()))
                .orElse(Set.of());
        this.ids = named.map(known -> lower(known.ids())).orElse(Set.of());
    }

    private static Set<String> lower(Collection<String> texts) {
        return texts.stream().map(ShapeCheck::lower).collect(Collectors.toUnmodifiableSet());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether an attribute of this shape takes what is written: a value, an array of values, or nothing. */
    boolean accepts(JsonNode written) {
        return schemas.of(shape).accepts(written) && values(written).allMatch(this::isKnown);
    }

    private static Stream<JsonNode> values(JsonNode written) {
        return written.isArray() ? written.valueStream() : written.isNull() ? Stream.of() : Stream.of(written);
    }

    private boolean isKnown(JsonNode value) {
        return switch (shape.type()) {
            case STATUS -> shape.named().isEmpty() || isChoice(scalar(value, "status"));
            case SELECT -> shape.named().isEmpty() || isChoice(scalar(value, "option"));
            case ACTOR_REFERENCE -> shape.named().isEmpty() || isMember(value);
            case RECORD_REFERENCE -> shape.targets().isEmpty() || isRecord(value);
            default -> true;
        };
    }

    private static String scalar(JsonNode value, String property) {
        return (value.isObject() ? value.path(property) : value).asString("");
    }

    private boolean isChoice(String said) {
        return names.contains(said) || ids.contains(lower(said));
    }

    private boolean isMember(JsonNode value) {
        return value.has("referenced_actor_id")
                ? ids.contains(lower(value.path("referenced_actor_id").asString("")))
                : names.contains(lower(scalar(value, "workspace_member_email_address")));
    }

    private boolean isRecord(JsonNode value) {
        if (value.isString()) {
            return shape.usualKey().filter(key -> takes(key, value)).isPresent();
        }
        String object = value.path(OBJECT).asString("");
        return shape.targets().stream()
                .flatMap(Collection::stream)
                .filter(target -> target.isCalled(object))
                .findFirst()
                .filter(target -> isNamedBy(value, target))
                .isPresent();
    }

    private boolean isNamedBy(JsonNode value, Target target) {
        return target.uniques().isEmpty()
                || value.properties().stream()
                        .filter(member -> !member.getKey().equals(OBJECT)
                                && !member.getKey().equals(RECORD))
                        .allMatch(member -> isUnique(member, target));
    }

    private boolean isUnique(Map.Entry<String, JsonNode> member, Target target) {
        return target.uniques().stream()
                .flatMap(Collection::stream)
                .filter(unique -> unique.isCalled(member.getKey()))
                .map(Unique::type)
                .anyMatch(type -> takes(type, member.getValue()));
    }

    private boolean takes(AttributeType type, JsonNode written) {
        ValueShape filled = new ValueShape(type, written.isArray(), false, Optional.empty(), Optional.empty(), false);
        return schemas.of(filled).accepts(written);
    }
}
