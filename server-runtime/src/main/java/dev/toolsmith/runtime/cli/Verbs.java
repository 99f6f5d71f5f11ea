package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verbs of a server: its own and those of its extensions. */
final class Verbs {

    private final Map<String, Verb> byName = new LinkedHashMap<>();

    Verbs(ServerIdentity identity, List<ServerExtension> extensions) {
        add(new StdioVerb());
        add(new HttpVerb());
        add(new ToolsVerb());
        add(new CallVerb());
        add(new BridgeVerb());
        for (ServerExtension extension : extensions) {
            for (Verb verb : extension.verbs()) {
                add(verb);
            }
        }
        add(new VersionVerb());
        add(new HelpVerb(identity, byName));
    }

    private void add(Verb verb) {
        byName.put(verb.name(), verb);
    }

    /**
     * The verb that a first word means.
     *
     * @throws UsageException when it means none
     */
    Verb named(String word) {
        String name = switch (word) {
            case "--help", "-h" -> "help";
            case "--version", "-v" -> "version";
            default -> word;
        };
        Verb verb = byName.get(name);
        if (verb != null) {
            return verb;
        }
        if (word.isEmpty()) {
            throw new UsageException("Say what to do: " + String.join(", ", byName.keySet()) + ".");
        }
        Optional<String> meant = ClosestNames.to(word, byName.keySet());
        throw new UsageException("There is no verb \"" + word + "\"."
                + (meant.isPresent()
                        ? " Did you mean \"" + meant.get() + "\"?"
                        : " There are " + String.join(", ", byName.keySet()) + "."));
    }
}
