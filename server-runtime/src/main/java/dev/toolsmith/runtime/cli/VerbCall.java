package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One use of a verb: what was typed, what surrounds the process, and the server it belongs to. */
public final class VerbCall {

    private final ServerIdentity identity;
    private final List<ToolBundle> bundles;
    private final List<ServerExtension> extensions;
    private final CommandLine line;
    private final Surroundings surroundings;
    private @Nullable ServedBundles served;
    private byte @Nullable [] typed;
    private @Nullable WordKey key;

    /**
     * One use of a verb.
     *
     * @param identity with instructions of the server's own alone
     */
    VerbCall(
            ServerIdentity identity,
            List<ToolBundle> bundles,
            List<ServerExtension> extensions,
            CommandLine line,
            Surroundings surroundings) {
        this.identity = identity;
        this.bundles = bundles;
        this.extensions = extensions;
        this.line = line;
        this.surroundings = surroundings;
    }

    /** What the server says of itself when it offers all of its tools. */
    public ServerIdentity identity() {
        return saying(Instructions.of(identity.instructions(), extensions));
    }

    /** What the server says of itself to those who are offered some of its tools: it speaks of no others. */
    public ServerIdentity identity(BundleTools offered) {
        return offered.isEverything()
                ? identity()
                : saying(Instructions.of(identity.instructions(), extensions, offered));
    }

    private ServerIdentity saying(String instructions) {
        return new ServerIdentity(identity.name(), identity.version(), instructions);
    }

    /**
     * The bundles that are served: those it was put together from, and those of {@code --bundle}.
     *
     * @throws dev.toolsmith.runtime.bundle.ToolConfigurationException when a jar cannot be served
     */
    public List<ToolBundle> bundles() {
        return option(ServerOptions.BUNDLE).isEmpty()
                ? bundles
                : servedBundles().current();
    }

    /**
     * The bundles that are served, which may be replaced meanwhile; the same object each time.
     *
     * @throws dev.toolsmith.runtime.bundle.ToolConfigurationException when a jar cannot be served
     */
    public synchronized ServedBundles servedBundles() {
        ServedBundles open = served;
        if (open == null) {
            open = ServedBundles.open(bundles, files());
            served = open;
        }
        return open;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String name : list(ServerOptions.BUNDLE)) {
            try {
                files.add(Path.of(name));
            } catch (InvalidPathException e) {
                throw new ConfigurationException("\"" + name + "\" is no name of a file.");
            }
        }
        return files;
    }

    /** What was added to the server. */
    public List<ServerExtension> extensions() {
        return extensions;
    }

    /**
     * What makes schemas exact for single accounts, of all that was added to the server; none when {@code --schemas} asks
     * for the published ones.
     *
     * @throws UsageException when it asks for something else
     */
    public List<SchemaContributor> schemaContributors() {
        List<SchemaContributor> all = new ArrayList<>();
        if (SchemaUse.of(this) != SchemaUse.PUBLISHED) {
            for (ServerExtension extension : extensions) {
                all.addAll(extension.schemaContributors());
            }
        }
        return all;
    }

    /** What was typed that is no option. */
    public List<String> words() {
        return line.words();
    }

    /**
     * Refuses what was typed that is no option.
     *
     * @throws UsageException when there is any
     */
    public void takesNoWords() {
        if (!words().isEmpty()) {
            throw new UsageException("There is no use for \"" + words().get(0) + "\" here.");
        }
    }

    /** An option's value: from the command line, else from its environment variable; an empty variable says nothing. */
    public Optional<String> option(Option option) {
        Optional<String> typed = line.value(option);
        return typed.isPresent() ? typed : variable(option.variable());
    }

    /** Whether an option was said on the command line, whatever the environment says. */
    boolean isTyped(Option option) {
        return line.value(option).isPresent();
    }

    /** How an option was said, such as {@code --tags notes} or {@code TOOLSMITH_TAGS=notes}. */
    String said(Option option) {
        Optional<String> typed = line.value(option);
        if (typed.isEmpty()) {
            return option.variable() + "=" + variable(option.variable()).orElse("");
        }
        return "--" + option.name() + (option.isSwitch() ? "" : " " + typed.get());
    }

    /** Whether a switch is on. */
    public boolean isOn(Option option) {
        Optional<String> said = option(option);
        return said.isPresent()
                && switch (said.get()) {
                    case "true", "1", "yes", "on" -> true;
                    case "false", "0", "no", "off" -> false;
                    default -> throw new UsageException("--" + option.name() + " is true or false.");
                };
    }

    /** The parts of an option's value that commas divide, without blanks; empty when nothing was said. */
    public List<String> list(Option option) {
        String said = option(option).orElse("");
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= said.length(); i++) {
            if (i == said.length() || said.charAt(i) == ',') {
                String part = said.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** An environment variable; empty when it is not set, or set to nothing. */
    public Optional<String> variable(String name) {
        String value = environment().getOrDefault(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private Map<String, String> environment() {
        return surroundings.environment();
    }

    /**
     * A secret from an environment variable, or from the file that the variable ending in {@code _FILE} names.
     *
     * @throws ConfigurationException when both are set, or the file cannot be read
     */
    public Optional<String> secret(String variable) {
        return new Credentials(this, true).find(variable);
    }

    /**
     * What words are signed with that clients are handed and give back: {@code TOOLSMITH_SIGNING_KEY}, or a key that ends
     * with this process. The same object each time.
     *
     * @throws ConfigurationException when it is too short, or cannot be read
     */
    public synchronized WordKey signingKey() {
        WordKey known = key;
        if (known == null) {
            known = SigningKey.of(this);
            key = known;
        }
        return known;
    }

    /** Standard input. */
    public InputStream in() {
        return surroundings.in();
    }

    /** What was typed as a secret; the same each time, though it can be read only once. */
    synchronized InputStream typedSecret() throws IOException {
        byte[] text = typed == null ? in().readNBytes(64 * 1024) : typed;
        typed = text;
        return new ByteArrayInputStream(text);
    }

    /** Standard output for protocol messages. */
    public OutputStream out() {
        return surroundings.out();
    }

    /** Standard output for people, UTF-8. */
    public PrintStream print() {
        return new PrintStream(surroundings.out(), true, StandardCharsets.UTF_8);
    }

    /** Where people read messages. */
    public PrintStream err() {
        return surroundings.err();
    }
}
