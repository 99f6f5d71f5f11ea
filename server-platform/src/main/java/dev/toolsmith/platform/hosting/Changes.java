package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Choice;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How changes of servers are made, told in the trail and waited for. */
final class Changes {

    private Changes() {}

    static AuditEvent event(
            Instant now, String kind, HostedServer server, String tokenId, Actor actor, Map<String, String> detail) {
        Map<String, String> all = new TreeMap<>(detail);
        all.put("name", server.name());
        return AuditEvent.change(
                now,
                kind,
                new AuditEvent.Subject(server.id(), server.connectionId(), tokenId, "", actor.id(), actor.address()),
                all);
    }

    /** What a server is restricted to, for people. */
    static Map<String, String> facts(HostedServer server) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("config", text(server.config()));
        server.expiresAt().ifPresent(end -> facts.put("expires_at", end.toString()));
        return facts;
    }

    private static String text(ServerConfig config) {
        List<String> parts = new ArrayList<>();
        add(parts, "methods", config.methods());
        add(parts, "tags", config.tags());
        add(parts, "tools", config.tools());
        add(parts, "denied_tools", config.deniedTools());
        if (config.readOnly()) {
            parts.add("read_only");
        }
        if (config.requireApiTokenAuth()) {
            parts.add("require_api_token_auth");
        }
        config.callsPerMinute().ifPresent(calls -> parts.add("calls_per_minute=" + calls));
        config.pinnedVersion().ifPresent(version -> parts.add("pinned_version=" + version));
        add(parts, "tool_exposure", config.conduct().exposure(), ServerConduct.PLAIN.exposure());
        add(parts, "confirm", config.conduct().confirm(), ServerConduct.PLAIN.confirm());
        add(parts, "view", config.conduct().view(), ServerConduct.PLAIN.view());
        if (config.conduct().structured()) {
            parts.add("structured");
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(name + "=" + String.join(",", words));
        }
    }

    private static <E extends Enum<E>> void add(List<String> parts, String name, E value, E plain) {
        if (value != plain) {
            parts.add(name + "=" + Choice.word(value));
        }
    }

    /** What is wanted of a server, but for what nobody changes. */
    static HostedServer keepingOrigin(HostedServer before, HostedServer wanted, Instant now) {
        return before.withName(wanted.name())
                .withConfig(wanted.config())
                .withPaused(wanted.paused())
                .withExpiresAt(wanted.expiresAt())
                .withUpdatedAt(now);
    }
}
