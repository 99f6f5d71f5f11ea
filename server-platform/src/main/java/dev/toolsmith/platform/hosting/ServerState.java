package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.AppVersion.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server offers at this moment, apart from how it is restricted.
 *
 * @param version the digest of the version of its app's tools that it offers; empty when it offers none
 * @param tools how many tools it offers
 * @param dropped words of its configuration that no tool of that version has, by the configuration's members; they are
 *     passed over
 * @param notice all of that for people; empty when there is nothing to say
 */
public record ServerState(Optional<String> version, int tools, Map<String, List<String>> dropped, String notice) {

    public ServerState {
        dropped = Map.copyOf(dropped);
    }

    static ServerState of(HostedTools tools, String app, ServerConfig config) {
        Optional<AppVersion> version = tools.version(app, config);
        if (version.isEmpty()) {
            return new ServerState(Optional.empty(), 0, Map.of(), missing(tools, app, config));
        }
        Left left = version.get().left(config.selection());
        int count = left.tools().map(offered -> offered.tools().size()).orElse(0);
        return new ServerState(Optional.of(version.get().digest()), count, left.dropped(), notice(left));
    }

    private static String missing(HostedTools tools, String app, ServerConfig config) {
        String pin = config.pinnedVersion().orElse("");
        if (pin.isEmpty()) {
            return "There are no tools of the app \"" + app + "\" any more, so this server offers nothing.";
        }
        return "This server is pinned to the version " + pin + ", which is not there, so it offers nothing. "
                + tools.keeper().trouble(app, pin).orElse("");
    }

    private static String notice(Left left) {
        if (left.dropped().isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        new TreeMap<>(left.dropped()).forEach((member, words) -> parts.add(member + " " + String.join(", ", words)));
        String passed = "No tool of this version has what the restriction names: " + String.join("; ", parts) + ". ";
        return passed
                + (left.tools().isPresent()
                        ? "The server offers what is left of the rest."
                        : "Nothing is left, so it offers nothing.");
    }
}
