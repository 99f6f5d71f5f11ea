package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.Owner.Kind;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Tells which facts a call changes that goes well. */
final class ShapeChange {

    private static final String ATTRIBUTES = "/v2/{target}/{identifier}/attributes";
    private static final String ATTRIBUTE = ATTRIBUTES + "/{attribute}";

    private ShapeChange() {}

    /** Whether an operation changes what objects, lists, attributes, options or statuses there are. */
    static boolean mayBeMadeBy(ToolDescriptor operation) {
        return !operation.reads()
                && switch (operation.path()) {
                    case "/v2/objects", "/v2/objects/{object}", "/v2/lists", "/v2/lists/{list}" -> true;
                    default -> operation.path().startsWith(ATTRIBUTES);
                };
    }

    /** The names of the facts that a call of such an operation changes. A list tells its object by the slug. */
    static Set<String> of(ToolDescriptor operation, ObjectNode arguments) {
        return switch (operation.path()) {
            case "/v2/objects" -> Set.of(FactNames.owners(Kind.OBJECTS));
            case "/v2/objects/{object}" -> Set.of(FactNames.owners(Kind.OBJECTS), FactNames.owners(Kind.LISTS));
            case "/v2/lists", "/v2/lists/{list}" -> Set.of(FactNames.owners(Kind.LISTS));
            case ATTRIBUTES, ATTRIBUTE -> attributes(arguments);
            default -> {
                NamedPlace place = NamedPlace.of(operation.path(), arguments);
                yield Set.of(place.choices(arguments.path("attribute").asString("")));
            }
        };
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
