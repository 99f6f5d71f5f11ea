package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.util.List;
import java.util.Map;

/** Lists what can be done. */
final class HelpVerb implements Verb {

    private final ServerIdentity identity;
    private final Map<String, Verb> verbs;
    private final VerbHelp help;

    HelpVerb(ServerIdentity identity, Map<String, Verb> verbs, VerbHelp help) {
        this.identity = identity;
        this.verbs = verbs;
        this.help = help;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String form() {
        return "[VERB]";
    }

    @Override
    public String summary() {
        return "tell how this is used, or one verb of it";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(VerbCall call) {
        List<String> words = call.words();
        if (words.size() > 1) {
            throw new UsageException("Name one verb: help VERB");
        }
        call.print()
                .print(
                        words.isEmpty()
                                ? HelpText.of(identity, verbs.values())
                                : help.of(Verbs.named(words.get(0), verbs)));
        return 0;
    }
}
