package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words after a verb: options with their values, and the rest. */
final class CommandLine {

    private final Verb verb;
    private final Map<String, String> given = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private CommandLine(Verb verb) {
        this.verb = verb;
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and {@code --switch}; after {@code --} everything is a word.
     *
     * @throws UsageException when an option is unknown, begins with one hyphen, stands twice, or has no value
     */
    static CommandLine of(Verb verb, List<String> args) {
        CommandLine line = new CommandLine(verb);
        int at = 0;
        while (at < args.size()) {
            String arg = args.get(at++);
            if (arg.equals("--")) {
                line.words.addAll(args.subList(at, args.size()));
                break;
            }
            if (!arg.startsWith("-") || arg.equals("-")) {
                line.words.add(arg);
                continue;
            }
            if (!arg.startsWith("--")) {
                throw new UsageException("There is no option " + arg + " here. Options begin with two hyphens.");
            }
            int equals = arg.indexOf('=');
            Option option = line.option(equals < 0 ? arg.substring(2) : arg.substring(2, equals));
            if (equals >= 0) {
                line.put(option, arg.substring(equals + 1));
            } else if (option.isSwitch()) {
                line.put(option, "true");
            } else if (at < args.size()) {
                line.put(option, args.get(at++));
            } else {
                throw new UsageException(
                        "--" + option.name() + " needs a value: --" + option.name() + " " + option.value());
            }
        }
        return line;
    }

    private Option option(String name) {
        List<String> names = new ArrayList<>();
        for (Option each : verb.options()) {
            if (each.name().equals(name)) {
                return each;
            }
            names.add(each.name());
        }
        Optional<String> elsewhere = verb.whereElse(name);
        Optional<String> meant = elsewhere.isPresent() ? Optional.empty() : ClosestNames.to(name, names);
        throw new UsageException("There is no option --" + name + " here."
                + (elsewhere.isPresent() ? " " + elsewhere.get() : "")
                + (meant.isPresent() ? " Did you mean --" + meant.get() + "?" : ""));
    }

    private void put(Option option, String value) {
        if (given.putIfAbsent(option.name(), value) != null) {
            throw new UsageException("--" + option.name() + " stands twice.");
        }
    }

    /** What was typed for an option. */
    Optional<String> value(Option option) {
        return Optional.ofNullable(given.get(option.name()));
    }

    /** What was typed that is no option. */
    List<String> words() {
        return words;
    }
}
