package dev.toolsmith.platform.model;

import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.List;
import java.util.Optional;

/**
 * How a hosted server is restricted. Every part but its conduct narrows; an empty list narrows nothing.
 *
 * @param methods {@code read}, {@code write}, {@code custom}, or exact kinds
 * @param tags one of a tool's tags must be among them
 * @param tools exact names, of which a tool must be one
 * @param deniedTools exact names that are left out
 * @param readOnly whether only tools are offered that leave everything as it was
 * @param requireApiTokenAuth whether callers need an API token beside the URL
 * @param callsPerMinute how many calls all its clients together may make in a minute; empty for no limit of its own
 * @param pinnedVersion the digest of the one version of its app's tools that it offers; empty for the newest
 * @param conduct how it meets its clients
 */
public record ServerConfig(
        List<String> methods,
        List<String> tags,
        List<String> tools,
        List<String> deniedTools,
        boolean readOnly,
        boolean requireApiTokenAuth,
        Optional<Integer> callsPerMinute,
        Optional<String> pinnedVersion,
        ServerConduct conduct) {

    /** The same of the newest version, with a plain conduct. */
    public ServerConfig(
            List<String> methods,
            List<String> tags,
            List<String> tools,
            List<String> deniedTools,
            boolean readOnly,
            boolean requireApiTokenAuth,
            Optional<Integer> callsPerMinute) {
        this(
                methods,
                tags,
                tools,
                deniedTools,
                readOnly,
                requireApiTokenAuth,
                callsPerMinute,
                Optional.empty(),
                ServerConduct.PLAIN);
    }

    public ServerConfig {
        methods = List.copyOf(methods);
        tags = List.copyOf(tags);
        tools = List.copyOf(tools);
        deniedTools = List.copyOf(deniedTools);
    }

    /** Every tool, for whoever has the URL. */
    public static ServerConfig everything() {
        return new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, false, Optional.empty());
    }

    /** What a selection leaves, for whoever has the URL. */
    public static ServerConfig of(ToolSelection selection) {
        return new ServerConfig(
                selection.methods(),
                selection.tags(),
                selection.tools(),
                selection.denied(),
                selection.readOnly(),
                false,
                Optional.empty());
    }

    /** The same restriction of one version's tools; empty for the newest. */
    public ServerConfig pinnedTo(Optional<String> version) {
        return new ServerConfig(
                methods, tags, tools, deniedTools, readOnly, requireApiTokenAuth, callsPerMinute, version, conduct);
    }

    /** The same restriction of a server that meets its clients otherwise. */
    public ServerConfig with(ServerConduct other) {
        return new ServerConfig(
                methods, tags, tools, deniedTools, readOnly, requireApiTokenAuth, callsPerMinute, pinnedVersion, other);
    }

    /** The tools that it leaves. */
    public ToolSelection selection() {
        return new ToolSelection(methods, tags, tools, deniedTools, readOnly);
    }
}
