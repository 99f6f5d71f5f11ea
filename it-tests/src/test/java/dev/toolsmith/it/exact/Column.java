package dev.toolsmith.it.exact;

import java.util.List;

/**
 * An attribute of an object or a list.
 *
 * @param owner the slug of the object or list
 * @param id the UUID
 * @param slug the slug
 * @param title the title
 * @param type the type of its values
 * @param multi whether it holds several values
 * @param required whether every item needs a value
 * @param unique whether a value occurs in one item only
 * @param writable whether calls may write it
 * @param targets the slugs of the objects that may be referred to
 * @param choices the options or statuses
 */
record Column(
        String owner,
        String id,
        String slug,
        String title,
        Type type,
        boolean multi,
        boolean required,
        boolean unique,
        boolean writable,
        List<String> targets,
        List<Choice> choices) {

    /**
     * An option or a status.
     *
     * @param id the UUID
     * @param title the title
     */
    record Choice(String id, String title) {}

    Column {
        targets = List.copyOf(targets);
        choices = List.copyOf(choices);
    }

    boolean is(Type... types) {
        return List.of(types).contains(type);
    }

    boolean hasChoice(String title) {
        return choices.stream().anyMatch(choice -> choice.title().equals(title));
    }

    @Override
    public String toString() {
        return owner + "." + slug;
    }
}
