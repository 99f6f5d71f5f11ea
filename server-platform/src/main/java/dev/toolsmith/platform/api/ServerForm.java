package dev.toolsmith.platform.api;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads what bodies say of servers. */
final class ServerForm {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_CALLS = 100_000;
    private static final int LONGEST_VERSION = 64;
    private static final String[] CONFIG = {
        "methods",
        "tags",
        "tools",
        "denied_tools",
        "read_only",
        "require_api_token_auth",
        "calls_per_minute",
        "pinned_version",
        "tool_exposure",
        "confirm",
        "view",
        "structured"
    };

    private ServerForm() {}

    /**
     * A server to be made.
     *
     * @param presets the restriction that a preset's name stands for; the body's own configuration may narrow it further
     * @throws ProblemException 400 when the configuration would take back what the preset leaves out
     */
    static HostedServers.Draft draft(JsonNode json, Function<String, ServerConfig> presets) {
        Fields body = Fields.of(json, "name", "preset", "config", "expires_at");
        String name = body.text("name", LONGEST_NAME);
        Optional<String> preset = body.optionalText("preset", LONGEST_NAME);
        UnaryOperator<ServerConfig> config = config(body);
        Optional<Instant> expiresAt = body.time("expires_at");
        body.check();
        return new HostedServers.Draft(name, narrowed(preset, presets, config), expiresAt);
    }

    /**
     * A configuration that begins with a preset, or with everything.
     *
     * @throws ProblemException 400 when it would take back what the preset leaves out
     */
    static ServerConfig narrowed(
            Optional<String> preset, Function<String, ServerConfig> presets, UnaryOperator<ServerConfig> config) {
        ServerConfig begun = preset.map(presets).orElseGet(ServerConfig::everything);
        ServerConfig wanted = config.apply(begun);
        widened(begun, wanted).ifPresent(member -> {
            throw ProblemException.of(
                    400,
                    "wider_than_preset",
                    "\"" + member + "\" would offer what the preset \"" + preset.orElse("")
                            + "\" leaves out. Give a part of what the preset has there, or leave the preset out.",
                    "/config/" + member);
        });
        return wanted;
    }

    /** The member by which a configuration offers more than the one that it began with. */
    private static Optional<String> widened(ServerConfig begun, ServerConfig wanted) {
        if (widened(begun.methods(), wanted.methods())) {
            return Optional.of("methods");
        }
        if (widened(begun.tags(), wanted.tags())) {
            return Optional.of("tags");
        }
        if (widened(begun.tools(), wanted.tools())) {
            return Optional.of("tools");
        }
        if (!wanted.deniedTools().containsAll(begun.deniedTools())) {
            return Optional.of("denied_tools");
        }
        return begun.readOnly() && !wanted.readOnly() ? Optional.of("read_only") : Optional.empty();
    }

    private static boolean widened(List<String> begun, List<String> wanted) {
        return !begun.isEmpty() && (wanted.isEmpty() || !begun.containsAll(wanted));
    }

    /** A change of a server: what is not given stays; of the configuration, member by member. */
    static UnaryOperator<HostedServer> change(JsonNode json) {
        boolean hasPreset = json.has("preset");
        Fields body = hasPreset
                ? Fields.of(json, "name", "config", "expires_at", "preset")
                : Fields.of(json, "name", "config", "expires_at");
        if (hasPreset) {
            body.fault(
                    "preset",
                    "only_when_made",
                    "A preset is for making a server only. Change its \"config\", or make another server.");
        }
        Optional<String> name = body.optionalText("name", LONGEST_NAME);
        UnaryOperator<ServerConfig> config = config(body);
        Optional<Instant> expiresAt = body.time("expires_at");
        boolean hasExpiry = body.has("expires_at");
        body.check();
        return server -> server.withName(name.orElse(server.name()))
                .withConfig(config.apply(server.config()))
                .withExpiresAt(hasExpiry ? expiresAt : server.expiresAt());
    }

    private static UnaryOperator<ServerConfig> config(Fields body) {
        Optional<Fields> given = body.object("config", CONFIG);
        if (given.isEmpty()) {
            return before -> before;
        }
        Fields config = given.get();
        var methods = config.texts("methods");
        var tags = config.texts("tags");
        var tools = config.texts("tools");
        var denied = config.texts("denied_tools");
        var readOnly = config.flag("read_only");
        var tokenAuth = config.flag("require_api_token_auth");
        var calls = config.number("calls_per_minute", 1, MOST_CALLS);
        boolean hasCalls = config.has("calls_per_minute");
        var pin = config.textOrNull("pinned_version", LONGEST_VERSION);
        boolean hasPin = config.has("pinned_version");
        var conduct = conduct(config);
        return before -> new ServerConfig(
                methods.orElse(before.methods()),
                tags.orElse(before.tags()),
                tools.orElse(before.tools()),
                denied.orElse(before.deniedTools()),
                readOnly.orElse(before.readOnly()),
                tokenAuth.orElse(before.requireApiTokenAuth()),
                hasCalls ? calls : before.callsPerMinute(),
                hasPin ? pin : before.pinnedVersion(),
                conduct.apply(before.conduct()));
    }

    private static UnaryOperator<ServerConduct> conduct(Fields config) {
        var exposure = config.choice("tool_exposure", Exposure.class);
        var confirm = config.choice("confirm", Confirmation.class);
        var view = config.choice("view", View.class);
        var structured = config.flag("structured");
        return before -> new ServerConduct(
                exposure.orElse(before.exposure()),
                confirm.orElse(before.confirm()),
                view.orElse(before.view()),
                structured.orElse(before.structured()));
    }
}
