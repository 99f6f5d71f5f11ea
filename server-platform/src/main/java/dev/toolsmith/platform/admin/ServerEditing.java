package dev.toolsmith.platform.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedTools;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.versions.AppVersions;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.cli.ToolTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the form of a server, shows what it would offer, and makes a restriction of it. */
final class ServerEditing {

    /** Everything is ticked in the form of no server yet, so that ticks are always written down. */
    private static final ServerConfig RESTRICTED =
            new ServerConfig(List.of("read"), List.of(""), List.of(), List.of(), true, true, Optional.empty());

    private final Connections connections;
    private final HostedServers servers;
    private final HostedTools tools;
    private final Cache<BundleManifest, Choices> choices =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<BundleManifest, ToolTokens> counters =
            Caffeine.newBuilder().weakKeys().build();
    private final Cache<BundleManifest, ToolWords> words =
            Caffeine.newBuilder().weakKeys().build();

    ServerEditing(AdminParts parts) {
        this.connections = parts.connections();
        this.servers = parts.servers();
        this.tools = parts.tools();
    }

    /**
     * A server's form and what it leaves.
     *
     * @param versions the versions that it can be pinned to
     * @param action where it is sent
     * @param isNew whether there is no server yet
     * @param end when the server expires now, in words; empty when there is none yet or it does not
     * @param problem what is wrong; empty for nothing
     * @param wrong which part is wrong, as a pointer; empty for none
     */
    record Edited(
            Connection connection,
            Choices choices,
            List<Version> versions,
            ServerForm form,
            ToolListing listing,
            String action,
            boolean isNew,
            String end,
            String problem,
            String wrong) {

        /** Where the live list asks. */
        String preview() {
            return "/admin/connections/" + connection.id() + "/servers/preview";
        }

        /** Whether a part is wrong, as the attribute says it. */
        String isWrong(String pointer) {
            return String.valueOf(wrong.equals(pointer));
        }
    }

    /**
     * A version that a server can be pinned to.
     *
     * @param title its name and date, for people
     */
    record Version(String digest, String title) {}

    /** What can be chosen for a connection among the tools of the newest version. */
    Choices choices(Connection connection) {
        return choices(connection, Optional.empty());
    }

    /** What can be chosen among the tools of a version, or where that is not there of the newest; nothing of no app. */
    private Choices choices(Connection connection, Optional<String> pin) {
        AppVersions all = tools.versions();
        return pin.flatMap(digest -> all.find(connection.app(), digest))
                .or(() -> all.newest(connection.app()))
                .map(version -> choices.get(
                        version.manifest(),
                        key -> Choices.of(version.tools(), version.api().sensitiveTags())))
                .orElseGet(() -> new Choices(List.of(), List.of()));
    }

    /** What a new server of a connection can begin with. */
    List<Preset> presets(Connection connection) {
        return Preset.of(choices(connection), tools.presets(connection.app()));
    }

    private List<Version> versions(Connection connection, ServerForm form) {
        List<Version> versions = new ArrayList<>();
        for (AppVersionRow row : tools.keeper().known(connection.app())) {
            String name = (row.version() + " (" + row.digest() + ")").strip();
            versions.add(new Version(
                    row.digest(),
                    name + " of " + Moments.text(row.firstSeenAt()) + (row.newest() ? ", now the newest" : "")));
        }
        boolean isKnown = versions.stream().anyMatch(one -> one.digest().equals(form.pin()));
        if (!form.pin().isEmpty() && !isKnown) {
            versions.add(new Version(form.pin(), form.pin() + ", which is not there"));
        }
        return List.copyOf(versions);
    }

    /** The form of a server that is not made yet. */
    Edited filled(Connection connection, ServerForm form, String problem, String wrong) {
        return new Edited(
                connection,
                choices(connection),
                versions(connection, form),
                form,
                listing(connection, form, choices(connection)),
                "/admin/connections/" + connection.id() + "/servers",
                true,
                "",
                problem,
                wrong);
    }

    /** The form of a server as it is. */
    Edited of(HostedServer server) {
        Connection connection = connections.get(server.connectionId());
        return of(
                server,
                ServerForm.of(server, choices(connection, server.config().pinnedVersion())),
                "",
                "");
    }

    /** The form of a server as somebody filled it in. */
    Edited of(HostedServer server, ServerForm form, String problem, String wrong) {
        Connection connection = connections.get(server.connectionId());
        Choices ticked = choices(connection, server.config().pinnedVersion());
        return new Edited(
                connection,
                ticked,
                versions(connection, form),
                form,
                listing(connection, form, ticked),
                "/admin/connections/" + connection.id() + "/servers/" + server.id(),
                false,
                server.expiresAt().map(Moments::text).orElse(""),
                problem,
                wrong);
    }

    /** The restriction that a new server gets. */
    ServerConfig config(Connection connection, ServerForm form) {
        return form.config(choices(connection), RESTRICTED);
    }

    /** A server as its form says. */
    HostedServer changed(HostedServer server, ServerForm form, Instant now) {
        Connection connection = connections.get(server.connectionId());
        return server.withName(form.name())
                .withConfig(form.config(choices(connection, server.config().pinnedVersion()), server.config()))
                .withExpiresAt(form.expiresAt(server.expiresAt(), now));
    }

    /** The tools that a form leaves. */
    ToolListing listing(Connection connection, ServerForm form) {
        return listing(connection, form, choices(connection, form.pinnedVersion()));
    }

    private ToolListing listing(Connection connection, ServerForm form, Choices ticked) {
        try {
            ServerConfig config = form.config(ticked, RESTRICTED);
            BundleTools left = servers.preview(connection.id(), config);
            BundleManifest version = left.manifests().get(0);
            return ToolListing.of(
                    left,
                    config.conduct().exposure(),
                    connection,
                    words.get(version, any -> new ToolWords()),
                    counters.get(version, any -> new ToolTokens()));
        } catch (ProblemException problem) {
            return ToolListing.none(problem.detail());
        }
    }
}
