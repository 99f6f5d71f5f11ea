package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.facts.Owner;
import java.util.List;
import java.util.Optional;

/**
 * Something that an argument may name.
 *
 * @param name what Attio takes for it beside the UUID; empty for what has only a title
 * @param id the UUID
 * @param titles what people call it, which may be the same for several
 * @param archived whether it is out of use
 */
record Candidate(Optional<String> name, String id, List<String> titles, boolean archived) {

    Candidate {
        titles = List.copyOf(titles);
    }

    static Candidate of(Owner owner) {
        return new Candidate(Optional.of(owner.slug()), owner.id(), owner.titles(), false);
    }

    static Candidate of(Attribute attribute) {
        return new Candidate(
                Optional.of(attribute.slug()), attribute.id(), List.of(attribute.title()), attribute.archived());
    }

    static Candidate of(Choice choice) {
        return new Candidate(Optional.empty(), choice.id(), List.of(choice.title()), choice.archived());
    }

    /** Whether Attio itself takes a text for it, and for nothing else. */
    boolean isNamed(String said) {
        return id.equalsIgnoreCase(said) || name.filter(said::equals).isPresent();
    }

    /** What it is certainly known by. */
    String certain() {
        return name.orElse(id);
    }
}
