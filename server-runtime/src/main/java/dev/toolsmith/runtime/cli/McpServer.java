package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A server of generated tools, as a program. */
public final class McpServer {

    private final String name;
    private final String version;
    private final List<ToolBundle> bundles = new ArrayList<>();
    private final List<ServerExtension> extensions = new ArrayList<>();
    private String instructions = "";

    private McpServer(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** A server that calls itself so. */
    public static McpServer named(String name, String version) {
        return new McpServer(name, version);
    }

    /** Adds the tools of one API. */
    public McpServer with(ToolBundle bundle) {
        bundles.add(bundle);
        return this;
    }

    /** Adds verbs, engines or an embedded API. */
    public McpServer extendedBy(ServerExtension extension) {
        extensions.add(extension);
        return this;
    }

    /** Sets what models are told at the beginning, before what extensions say and what holds for any server. */
    public McpServer instructing(String text) {
        instructions = text;
        return this;
    }

    /**
     * Does what a command line says, and returns when that is done.
     *
     * @return the exit code: 0 well, 1 failed, 2 wrong usage, 3 configuration wrong
     */
    public int run(String... args) {
        return run(Surroundings.ofProcess(), args);
    }

    int run(Surroundings surroundings, String... args) {
        try {
            return dispatch(surroundings, Arrays.asList(args));
        } catch (UsageException e) {
            return misused(surroundings, e, "help");
        } catch (ConfigurationException | ToolConfigurationException e) {
            surroundings.err().println(e.getMessage());
            return 3;
        } catch (IOException e) {
            surroundings.err().println(name + " failed: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int dispatch(Surroundings surroundings, List<String> args) throws IOException, InterruptedException {
        ServerIdentity identity = new ServerIdentity(name, version, instructions);
        Verb verb = verb(args.isEmpty() ? "" : args.get(0), identity);
        List<String> rest = args.isEmpty() ? args : args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            new PrintStream(surroundings.out(), true, StandardCharsets.UTF_8)
                    .print(help(identity).of(verb));
            return 0;
        }
        try {
            CommandLine line = CommandLine.of(verb, rest);
            return verb.run(new VerbCall(identity, bundles, extensions, line, surroundings));
        } catch (UsageException e) {
            return misused(surroundings, e, verb.name() + " --help");
        }
    }

    private VerbHelp help(ServerIdentity identity) {
        return new VerbHelp(identity, bundles, extensions);
    }

    private int misused(Surroundings surroundings, UsageException how, String help) {
        surroundings.err().println(how.getMessage());
        surroundings.err().println("\"" + name + " " + help + "\" tells how it is used.");
        return 2;
    }

    /** The verb that is meant; the one that has to be quick does not wait for the others. */
    private Verb verb(String word, ServerIdentity identity) {
        return word.equals(StdioVerb.NAME) ? new StdioVerb() : new Verbs(help(identity)).named(word);
    }
}
