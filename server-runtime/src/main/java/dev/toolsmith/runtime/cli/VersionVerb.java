package dev.toolsmith.runtime.cli;

import java.util.List;

/** Says which version this is. */
final class VersionVerb implements Verb {

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String form() {
        return "";
    }

    @Override
    public String summary() {
        return "say which version this is";
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public int run(VerbCall call) {
        call.print().println(call.identity().name() + " " + call.identity().version());
        return 0;
    }
}
