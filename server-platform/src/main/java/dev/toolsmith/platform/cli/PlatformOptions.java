package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.ServerOptions;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of the platform's verbs. */
final class PlatformOptions {

    static final Option DATA_DIR = new Option(
            "data-dir", "DIR", "TOOLSMITH_DATA_DIR", "where everything is kept; ./toolsmith-data by default");
    static final Option HOST = new Option(
            "host",
            "ADDRESS",
            "TOOLSMITH_HOST",
            "the address to listen on; 127.0.0.1 by default, others need --public-url");
    static final Option PUBLIC_URL = new Option(
            "public-url",
            "URL",
            "TOOLSMITH_PUBLIC_URL",
            "the address that clients see, such as https://mcp.example.com");
    static final Option TRUSTED_PROXIES = new Option(
            "trusted-proxies",
            "LIST",
            "TOOLSMITH_TRUSTED_PROXIES",
            "addresses or ranges of proxies that are believed on who sent a request");
    static final Option CONNECTIONS_PER_ADDRESS = new Option(
            "connections-per-address",
            "N",
            "TOOLSMITH_CONNECTIONS_PER_ADDRESS",
            "how many connections an address may have that is no trusted proxy's; 200 by default");
    static final Option TLS_CERT = new Option(
            "tls-cert",
            "FILE",
            "TOOLSMITH_TLS_CERT",
            "the certificate chain in PEM form, looked at again when it changes");
    static final Option TLS_KEY =
            new Option("tls-key", "FILE", "TOOLSMITH_TLS_KEY", "its key in PEM form, not encrypted");
    static final Option WEBHOOK_HOSTS = new Option(
            "webhook-hosts",
            "LIST",
            "TOOLSMITH_WEBHOOK_HOSTS",
            "hosts that tools may send an account's events to, such as *.example.com; every host by default");
    static final Option BASE_URL = new Option(
            "base-url",
            "URL",
            "TOOLSMITH_BASE_URL",
            "where the API is, instead of its own address; https, or this machine");
    static final Option SANDBOX = new Option(
            "sandbox", "", "TOOLSMITH_SANDBOX", "use the built-in sandbox with sample data, and print a key for it");
    static final Option LOG = new Option(
            "log", "FORMAT", "TOOLSMITH_LOG", "how the log on standard error looks: json by default, or text");

    static final List<Option> SERVE = List.of(
            DATA_DIR,
            ServerOptions.PORT,
            HOST,
            PUBLIC_URL,
            TRUSTED_PROXIES,
            CONNECTIONS_PER_ADDRESS,
            TLS_CERT,
            TLS_KEY,
            ServerOptions.ORIGINS,
            WEBHOOK_HOSTS,
            ServerOptions.BUNDLE,
            SANDBOX,
            BASE_URL,
            ServerOptions.SCHEMAS,
            LOG);

    /** What help says of the master key. */
    static final Verb.Variable MASTER_KEY = Verb.Variable.secret(
            MasterKey.VARIABLE, "the key over all stored credentials; keys/master.key in the data folder by default");

    /** Members of a hosted server's {@code config} that set what other verbs set by an option, by the option's name. */
    private static final Map<String, String> SETTINGS = Map.of(
            "methods", "methods",
            "tags", "tags",
            "tools", "tools",
            "read-only", "read_only",
            "view", "view",
            "structured", "structured",
            "exposure", "tool_exposure",
            "confirm", "confirm");

    private PlatformOptions() {}

    /** Where what an option of other verbs sets is set for hosted servers; empty when nowhere. */
    static Optional<String> settingOfServers(String option) {
        String where = option.equals(ServerOptions.PRESET.name())
                ? "\"preset\" beside its \"name\", when it is made"
                : SETTINGS.containsKey(option) ? "\"" + SETTINGS.get(option) + "\" in its \"config\"" : "";
        return where.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Each hosted server has a setting of its own for it: on its page at /admin, or by the API as "
                                + where + ".");
    }

    /** The data folder that a command line means. */
    static DataFolder folder(VerbCall call) {
        String said = call.option(DATA_DIR).orElse("toolsmith-data");
        try {
            return new DataFolder(Path.of(said));
        } catch (InvalidPathException e) {
            throw new ConfigurationException("--data-dir " + said + " is no path.");
        }
    }
}
