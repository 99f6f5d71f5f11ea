package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.ServerIdentity;
import java.util.List;
import java.util.Map;

/** Lists what can be done. */
final class HelpVerb implements Verb {

    private final ServerIdentity identity;
    private final Map<String, Verb> verbs;

    HelpVerb(ServerIdentity identity, Map<String, Verb> verbs) {
        this.identity = identity;
        this.verbs = verbs;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String form() {
        return "";
    }

    @Override
    public String summary() {
        return "tell how this is used";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(VerbCall call) {
        call.print().print(HelpText.of(identity, verbs.values()));
        return 0;
    }
}
