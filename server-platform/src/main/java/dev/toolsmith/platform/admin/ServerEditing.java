package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedTools;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.cli.ToolTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the form of a server, shows what it would offer, and makes a restriction of it. */
final class ServerEditing {

    /** Everything is ticked in the form of no server yet, so that ticks are always written down. */
    private static final ServerConfig RESTRICTED =
            new ServerConfig(List.of("read"), List.of(""), List.of(), List.of(), true, true, Optional.empty());

    private final Connections connections;
    private final HostedServers servers;
    private final HostedTools tools;
    private final Map<String, Choices> choices = new ConcurrentHashMap<>();
    private final Map<String, ToolTokens> counters = new ConcurrentHashMap<>();
    private final Map<String, ToolWords> words = new ConcurrentHashMap<>();

    ServerEditing(AdminParts parts) {
        this.connections = parts.connections();
        this.servers = parts.servers();
        this.tools = parts.tools();
    }

    /**
     * A server's form and what it leaves.
     *
     * @param action where it is sent
     * @param isNew whether there is no server yet
     * @param end when the server expires now, in words; empty when there is none yet or it does not
     * @param problem what is wrong; empty for nothing
     * @param wrong which part is wrong, as a pointer; empty for none
     */
    record Edited(
            Connection connection,
            Choices choices,
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

    /** What can be chosen for a connection. */
    Choices choices(Connection connection) {
        return choices.computeIfAbsent(
                connection.app(),
                app -> Choices.of(tools.of(app), connections.api(app).sensitiveTags()));
    }

    /** The form of a server that is not made yet. */
    Edited filled(Connection connection, ServerForm form, String problem, String wrong) {
        return new Edited(
                connection,
                choices(connection),
                form,
                listing(connection, form),
                "/admin/connections/" + connection.id() + "/servers",
                true,
                "",
                problem,
                wrong);
    }

    /** The form of a server as it is. */
    Edited of(HostedServer server) {
        Connection connection = connections.get(server.connectionId());
        return of(server, ServerForm.of(server, choices(connection)), "", "");
    }

    /** The form of a server as somebody filled it in. */
    Edited of(HostedServer server, ServerForm form, String problem, String wrong) {
        Connection connection = connections.get(server.connectionId());
        return new Edited(
                connection,
                choices(connection),
                form,
                listing(connection, form),
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
                .withConfig(form.config(choices(connection), server.config()))
                .withExpiresAt(form.expiresAt(server.expiresAt(), now));
    }

    /** The tools that a form leaves. */
    ToolListing listing(Connection connection, ServerForm form) {
        String app = connection.app();
        try {
            return ToolListing.of(
                    servers.preview(connection.id(), config(connection, form)),
                    connection,
                    words.computeIfAbsent(app, any -> new ToolWords()),
                    counters.computeIfAbsent(app, any -> new ToolTokens()));
        } catch (ProblemException problem) {
            return ToolListing.none(problem.detail());
        }
    }
}
