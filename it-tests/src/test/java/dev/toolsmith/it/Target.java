package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client is pointed at: a command to start, or the address of a server that runs.
 *
 * @param command the command, empty when there is an address
 * @param environment what the command needs in its environment
 * @param url the address
 */
record Target(List<String> command, Map<String, String> environment, Optional<URI> url) {

    static Target command(List<String> command, Map<String, String> environment) {
        return new Target(command, environment, Optional.empty());
    }

    static Target url(URI url) {
        return new Target(List.of(), Map.of(), Optional.of(url));
    }

    /** Fails unless a client was listed exactly the tools there are. */
    static void expectEveryTool(List<String> names) {
        assertThat(names).containsExactlyInAnyOrderElementsOf(ToolFact.all().keySet());
    }
}
