package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a workspace for listed tools; what is absent could not be read.
 *
 * @param owners the objects, and the lists
 * @param attributes the attributes of the objects that have tools of their own, by the object's slug
 * @param choices the options and statuses of these objects' attributes, by {@code object/attribute}
 */
record KnownShape(
        Map<Kind, List<Owner>> owners, Map<String, List<Attribute>> attributes, Map<String, List<Choice>> choices) {

    private static final int LONGEST_SLUG = 100;

    KnownShape {
        owners = Map.copyOf(owners);
        attributes = Map.copyOf(attributes);
        choices = Map.copyOf(choices);
    }

    Optional<List<Choice>> choices(String object, Attribute attribute) {
        return Optional.ofNullable(choices.get(key(object, attribute)));
    }

    static String key(String object, Attribute attribute) {
        return object + "/" + attribute.slug();
    }

    /** The slugs of the objects that a reference may lead to; empty when it may lead to any, or they are not known. */
    List<String> targets(Attribute attribute) {
        List<String> ids = attribute.allowedObjects();
        return owners.getOrDefault(Kind.OBJECTS, List.of()).stream()
                .filter(object -> ids.contains(object.id()))
                .map(Owner::slug)
                .filter(slug -> ListedWords.isClean(slug, LONGEST_SLUG))
                .sorted()
                .toList();
    }
}
