package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.List;
import java.util.Optional;

/** Says what a name that stands for nothing, or for several things, could have been. */
final class NameWords {

    private NameWords() {}

    /**
     * What an argument names things of.
     *
     * @param noun what one is called, such as {@code list}
     * @param nouns what several are called
     * @param where whose they are, such as {@code this workspace}
     * @param lister the call that lists them
     */
    record Group(String noun, String nouns, String where, String lister) {}

    /** The problem with a name, as a line for a model. */
    static String problem(String argument, String said, Group group, List<Candidate> found, List<Candidate> all) {
        String subject = argument + ": " + Said.quoted(said);
        return found.isEmpty() ? subject + unknown(said, group, all) : subject + ambiguous(group, found);
    }

    private static String unknown(String said, Group group, List<Candidate> all) {
        String problem = " is no " + group.noun() + " of " + group.where() + ".";
        List<Candidate> inUse =
                all.stream().filter(candidate -> !candidate.archived()).toList();
        if (inUse.isEmpty()) {
            return problem + " There are none. " + group.lister() + " lists them.";
        }
        return problem + " It takes one of: " + Said.first(inUse, NameWords::shown) + "." + closest(said, all) + " "
                + group.lister() + " lists them.";
    }

    private static String ambiguous(Group group, List<Candidate> found) {
        String which = found.get(0).name().isPresent() ? "slug" : "UUID";
        String names = Said.names(found.stream().map(Candidate::certain).toList());
        return " is the title of several " + group.nouns() + " of " + group.where() + ": " + names
                + ". Say which one by its " + which + ". " + group.lister() + " lists them.";
    }

    private static String shown(Candidate candidate) {
        if (candidate.name().isEmpty()) {
            return Said.titled(candidate.titles().get(0), candidate.id());
        }
        String slug = Said.name(candidate.name().get());
        return candidate.titles().stream()
                .findFirst()
                .filter(title -> !Said.isSame(slug, title))
                .map(title -> slug + " (" + Said.quoted(title) + ")")
                .orElse(slug);
    }

    private static String closest(String said, List<Candidate> all) {
        List<String> names =
                all.stream().flatMap(candidate -> candidate.name().stream()).toList();
        List<String> titles = all.stream()
                .flatMap(candidate -> candidate.titles().stream())
                .distinct()
                .toList();
        Optional<String> closest = Closest.to(said, names).or(() -> Closest.to(said, titles));
        return closest.flatMap(name -> all.stream()
                        .filter(candidate ->
                                candidate.isNamed(name) || candidate.titles().contains(name))
                        .findFirst())
                .map(candidate ->
                        " Did you mean " + guessed(candidate) + (candidate.archived() ? " (archived)" : "") + "?")
                .orElse("");
    }

    private static String guessed(Candidate candidate) {
        return candidate
                .name()
                .map(Said::quoted)
                .orElseGet(() -> Said.titled(candidate.titles().get(0), candidate.id()));
    }
}
