package dev.toolsmith.attio.guide;

import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.runtime.context.UnknownContextException;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what the arguments of prompts mean, and says what there is where they mean nothing. */
final class PromptValues {

    private static final int MOST = 20;
    private static final int LONGEST = 64;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@.]\\.[^\\s@.]{2,}");

    private PromptValues() {}

    /**
     * Refuses what an argument cannot mean in any workspace.
     *
     * @throws UnknownContextException for notes that are no number from 1 to 99, and a lead without address or domain
     */
    static void require(String argument, String said) {
        switch (argument) {
            case "notes" -> requireNumber(argument, said);
            case "lead" -> requireAddress(argument, said);
            default -> {}
        }
    }

    private static void requireNumber(String argument, String said) {
        if (!NUMBER.matcher(said.strip()).matches()) {
            throw new UnknownContextException(
                    "The argument \"" + argument + "\" is a number from 1 to 99, not " + quoted(said) + ".");
        }
    }

    private static void requireAddress(String argument, String said) {
        if (!ADDRESS.matcher(said).find()) {
            throw new UnknownContextException("The argument \"" + argument + "\" is an e-mail address or a web domain,"
                    + " such as jane@example.com or example.com, not " + quoted(said) + ".");
        }
    }

    /**
     * A list by its slug, UUID or name.
     *
     * @throws UnknownContextException when there is no such list
     */
    static Owner list(String said, List<Owner> lists) {
        return Workspace.named(said, lists)
                .orElseThrow(() ->
                        new UnknownContextException("There is no list " + quoted(said) + "." + meantList(said, lists)
                                + there(lists.stream().map(Owner::slug).toList())));
    }

    private static String meantList(String said, List<Owner> lists) {
        List<String> names = new ArrayList<>();
        lists.forEach(list -> {
            names.add(list.slug());
            names.addAll(list.titles());
        });
        return ClosestNames.to(said, names)
                .flatMap(name -> Workspace.named(name, lists))
                .map(list -> meant(list.slug()))
                .orElse("");
    }

    /**
     * A status by its title, as the workspace writes it.
     *
     * @throws UnknownContextException when entries of the list cannot have it
     */
    static String status(String said, Owner list, List<String> titles) {
        if (titles.isEmpty()) {
            throw new UnknownContextException("The list \"" + list.slug()
                    + "\" has no statuses. Leave out the argument \"status\", or name another list.");
        }
        Optional<String> exact = titles.stream()
                .filter(title -> title.equals(said))
                .findFirst()
                .or(() -> titles.stream()
                        .filter(title -> title.equalsIgnoreCase(said.strip()))
                        .findFirst());
        return exact.orElseThrow(() -> new UnknownContextException(
                "There is no status " + quoted(said) + " on the list \"" + list.slug() + "\"."
                        + ClosestNames.to(said, titles).map(PromptValues::meant).orElse("") + there(titles)));
    }

    private static String meant(String name) {
        return " Did you mean " + quoted(name) + "?";
    }

    private static String there(List<String> names) {
        if (names.isEmpty()) {
            return " There are none.";
        }
        List<String> told = names.stream().limit(MOST).map(PlainText::of).toList();
        int more = names.size() - told.size();
        return " There are: " + String.join(", ", told) + (more > 0 ? " and " + more + " more" : "") + ".";
    }

    private static String quoted(String text) {
        return '"' + ShortText.of(text, LONGEST) + '"';
    }
}
