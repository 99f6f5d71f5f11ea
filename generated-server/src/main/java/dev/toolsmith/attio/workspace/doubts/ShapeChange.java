package dev.toolsmith.attio.workspace.doubts;

import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Tells which facts a call changes that goes well. */
public final class ShapeChange {

    private static final String ATTRIBUTES = "/v2/{target}/{identifier}/attributes";
    private static final String ATTRIBUTE = ATTRIBUTES + "/{attribute}";

    private ShapeChange() {}

    /** Whether an operation changes what objects, lists, attributes, options or statuses there are. */
    public static boolean mayBeMadeBy(ToolDescriptor operation) {
        return !operation.reads()
                && switch (operation.path()) {
                    case "/v2/objects", "/v2/objects/{object}", "/v2/lists", "/v2/lists/{list}" -> true;
                    default -> operation.path().startsWith(ATTRIBUTES);
                };
    }

    /** The names of the facts that a call of such an operation changes. A list tells its object by the slug. */
    public static Set<String> of(ToolDescriptor operation, ObjectNode arguments) {
        return switch (operation.path()) {
            case "/v2/objects" -> Set.of(FactNames.owners(Kind.OBJECTS));
            case "/v2/objects/{object}" -> owner(operation, arguments, Kind.OBJECTS, Kind.LISTS);
            case "/v2/lists" -> Set.of(FactNames.owners(Kind.LISTS));
            case "/v2/lists/{list}" -> owner(operation, arguments, Kind.LISTS);
            case ATTRIBUTES -> attributes(arguments);
            case ATTRIBUTE -> attribute(arguments);
            default -> {
                NamedPlace place = NamedPlace.of(operation.path(), arguments);
                yield Set.of(place.choices(arguments.path("attribute").asString("")));
            }
        };
    }

    /** One that gets another slug takes that of what has had it, with what is known by it. */
    private static Set<String> owner(ToolDescriptor operation, ObjectNode arguments, Kind... kinds) {
        Set<String> changed = new TreeSet<>();
        for (Kind kind : kinds) {
            changed.add(FactNames.owners(kind));
        }
        NamedPlace place = NamedPlace.of(operation.path(), arguments);
        for (String slug : slugs(place.name(), arguments)) {
            NamedPlace named = new NamedPlace(place.kind(), slug);
            changed.add(named.attributes());
            changed.add(named.choices());
        }
        return changed;
    }

    private static Set<String> attribute(ObjectNode arguments) {
        Set<String> changed = attributes(arguments);
        NamedPlace place = NamedPlace.of(ATTRIBUTE, arguments);
        for (String slug : slugs(arguments.path("attribute").asString(""), arguments)) {
            changed.add(place.choices(slug));
        }
        return changed;
    }

    private static Set<String> slugs(String before, ObjectNode arguments) {
        Set<String> slugs = new TreeSet<>(Set.of(before));
        String after = arguments.path("data").path("api_slug").asString("");
        if (!after.isEmpty()) {
            slugs.add(after);
        }
        return slugs;
    }

    /** A reference may have another side, which is an attribute of the object that it refers to. */
    private static Set<String> attributes(ObjectNode arguments) {
        NamedPlace place = NamedPlace.of(ATTRIBUTES, arguments);
        Set<String> changed = new TreeSet<>();
        changed.add(place.attributes());
        String other =
                arguments.path("data").path("relationship").path("object").asString("");
        if (!other.isEmpty()) {
            changed.add(new NamedPlace(Kind.OBJECTS, other).attributes());
        }
        return changed;
    }
}
