package dev.toolsmith.attio.workspace.names;

import java.util.List;

/** Finds what a text stands for: a slug or UUID before a title, what is in use before what is archived. */
final class Candidates {

    private Candidates() {}

    /** What a text stands for: nothing, one thing, or several that it does not tell apart. */
    static List<Candidate> named(String said, List<Candidate> all) {
        List<Candidate> named =
                all.stream().filter(candidate -> candidate.isNamed(said)).toList();
        if (!named.isEmpty()) {
            return named.subList(0, 1);
        }
        List<Candidate> titled = all.stream()
                .filter(candidate -> candidate.titles().contains(said))
                .toList();
        List<Candidate> inUse =
                titled.stream().filter(candidate -> !candidate.archived()).toList();
        return inUse.isEmpty() ? titled : inUse;
    }

    /** What Attio takes for the one thing that a text stands for: the text itself, where Attio knows it. */
    static String sent(String said, Candidate meant, List<Candidate> all) {
        if (meant.isNamed(said)) {
            return meant.id().equalsIgnoreCase(said) ? meant.id() : said;
        }
        boolean onlyOne = all.stream()
                        .filter(candidate -> candidate.titles().contains(said))
                        .count()
                == 1;
        return meant.name().isEmpty() && onlyOne ? said : meant.certain();
    }
}
