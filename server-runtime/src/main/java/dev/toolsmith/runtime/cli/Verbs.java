package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verbs of a server: its own, and those of its extensions, which are asked for theirs only when they are needed. */
final class Verbs {

    private final Map<String, Verb> own = new LinkedHashMap<>();
    private final List<ServerExtension> extensions;
    private final VerbHelp help;

    Verbs(VerbHelp help) {
        this.help = help;
        this.extensions = help.extensions();
        add(own, new StdioVerb());
        add(own, new HttpVerb());
        add(own, new ToolsVerb(extensions));
        add(own, new CallVerb());
        add(own, new BridgeVerb());
    }

    private static void add(Map<String, Verb> verbs, Verb verb) {
        verbs.put(verb.name(), verb);
    }

    private Map<String, Verb> all() {
        Map<String, Verb> all = new LinkedHashMap<>(own);
        for (ServerExtension extension : extensions) {
            for (Verb verb : extension.verbs()) {
                add(all, verb);
            }
        }
        add(all, new VersionVerb());
        add(all, new HelpVerb(help.identity(), all, help));
        return all;
    }

    /**
     * The verb that a first word means.
     *
     * @throws UsageException when it means none
     */
    Verb named(String word) {
        Verb quick = own.get(word);
        if (quick != null) {
            return quick;
        }
        String name = switch (word) {
            case "--help", "-h" -> "help";
            case "--version", "-v" -> "version";
            default -> word;
        };
        return named(name, all());
    }

    /**
     * The verb of a name.
     *
     * @throws UsageException when there is none, with the one that was likely meant
     */
    static Verb named(String word, Map<String, Verb> all) {
        Verb verb = all.get(word);
        if (verb != null) {
            return verb;
        }
        if (word.isEmpty()) {
            throw new UsageException("Say what to do: " + String.join(", ", all.keySet()) + ".");
        }
        Optional<String> meant = ClosestNames.to(word, all.keySet());
        throw new UsageException("There is no verb \"" + word + "\"."
                + (meant.isPresent()
                        ? " Did you mean \"" + meant.get() + "\"?"
                        : " There are " + String.join(", ", all.keySet()) + "."));
    }
}
