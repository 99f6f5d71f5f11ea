package dev.toolsmith.runtime.cli;

import java.util.ArrayList;
import java.util.List;

/** The options that more than one verb takes. */
public final class ServerOptions {

    /** Where the API is. */
    public static final Option BASE_URL =
            new Option("base-url", "URL", "TOOLSMITH_BASE_URL", "where the API is, instead of its own address");
    /** Jars of further bundles. */
    public static final Option BUNDLE = new Option(
            "bundle", "FILE", "TOOLSMITH_BUNDLE", "jars with further tools, or with others for a built-in API; a list");
    /** Uses the embedded upstream. */
    public static final Option SANDBOX = new Option(
            "sandbox", "", "TOOLSMITH_SANDBOX", "use the built-in sandbox with sample data; needs no credential");
    /** Narrows by method. */
    public static final Option METHODS = new Option(
            "methods",
            "LIST",
            "TOOLSMITH_METHODS",
            "offer these methods only: read, write, custom, or kinds such as create");
    /** Narrows by tag. */
    public static final Option TAGS =
            new Option("tags", "LIST", "TOOLSMITH_TAGS", "offer tools with one of these tags only");
    /** Narrows by name. */
    public static final Option TOOLS =
            new Option("tools", "LIST", "TOOLSMITH_TOOLS", "offer these tools only, by name");
    /** Narrows to reads. */
    public static final Option READ_ONLY =
            new Option("read-only", "", "TOOLSMITH_READ_ONLY", "offer only tools that leave everything as it was");

    /** Narrows by a choice that has a name. */
    public static final Option PRESET = new Option(
            "preset", "NAME", "TOOLSMITH_PRESET", "offer the tools of a preset only; an unknown name lists them");

    /** Exact schemas or published ones. */
    public static final Option SCHEMAS = new Option(
            "schemas",
            "WHEN",
            "TOOLSMITH_SCHEMAS",
            "schemas exact for the account: auto, wait (for the first list too), or published (never)");

    /** How results are shown. */
    public static final Option VIEW = new Option(
            "view",
            "FORM",
            "TOOLSMITH_VIEW",
            "how results are shown where a call says nothing: full (the API's JSON, by default), compact, or text (for"
                    + " people)");

    /** The exact JSON beside. */
    public static final Option STRUCTURED = new Option(
            "structured", "", "TOOLSMITH_STRUCTURED", "give the exact JSON of results as structuredContent, too");

    static final Option EXPOSURE = new Option(
            "exposure",
            "HOW",
            "TOOLSMITH_EXPOSURE",
            "how tools are shown: all, or discovery, which is three tools to search, describe and call the others");
    static final Option CONFIRM = new Option(
            "confirm",
            "WHICH",
            "TOOLSMITH_CONFIRM",
            "calls that the client's user has to confirm: destructive, writes, or never, which is the default");
    static final Option ENGINE = new Option("engine", "NAME", "TOOLSMITH_ENGINE", "what speaks the protocol");
    /** The address to bind. */
    public static final Option HOST = new Option(
            "host",
            "ADDRESS",
            "TOOLSMITH_HOST",
            "the address to listen on; 127.0.0.1 by default; one that other machines reach needs TOOLSMITH_HTTP_TOKEN");
    /** The port to bind. */
    public static final Option PORT =
            new Option("port", "N", "TOOLSMITH_PORT", "the port to listen on; 8080 by default");
    /** The address that clients see. */
    public static final Option PUBLIC_URL = new Option(
            "public-url",
            "URL",
            "TOOLSMITH_PUBLIC_URL",
            "the address that clients see, where a proxy stands before it");
    /** Further web origins. */
    public static final Option ORIGINS = new Option(
            "origins", "LIST", "TOOLSMITH_ORIGINS", "web origins whose pages may call, besides this machine's");

    static final Option CONNECTIONS_PER_ADDRESS = new Option(
            "connections-per-address",
            "N",
            "TOOLSMITH_CONNECTIONS_PER_ADDRESS",
            "how many connections a remote address may have at a time; 200 by default");

    /** What narrows the offered tools. */
    public static final List<Option> SELECTION = List.of(PRESET, METHODS, TAGS, TOOLS, READ_ONLY);

    static final List<Option> STDIO = List.of(
            BUNDLE,
            SANDBOX,
            BASE_URL,
            PRESET,
            METHODS,
            TAGS,
            TOOLS,
            READ_ONLY,
            SCHEMAS,
            VIEW,
            STRUCTURED,
            EXPOSURE,
            CONFIRM,
            ENGINE);

    static final List<Option> HTTP = both(List.of(PORT, HOST, PUBLIC_URL, ORIGINS, CONNECTIONS_PER_ADDRESS), STDIO);

    private ServerOptions() {}

    private static List<Option> both(List<Option> some, List<Option> others) {
        List<Option> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
