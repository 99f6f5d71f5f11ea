package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.SecurityScheme;
import dev.toolsmith.runtime.bundle.ServerTemplate;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.upstream.CredentialVariables;
import java.util.List;
import java.util.Optional;

/**
 * What help says of one verb: its options, and the environment variables that the server reads.
 *
 * @param identity what the server calls itself
 * @param bundles whose credentials are told of
 * @param extensions which decide whether there are a sandbox and other engines
 */
record VerbHelp(ServerIdentity identity, List<ToolBundle> bundles, List<ServerExtension> extensions) {

    /** The text; an option that has one value only, or none, is not told of. */
    String of(Verb verb) {
        StringBuilder text = new StringBuilder();
        text.append(identity.name()).append(' ').append((verb.name() + " " + verb.form()).strip());
        text.append("\n").append(verb.summary()).append("\n");
        if (!verb.options().isEmpty()) {
            text.append("\n");
        }
        for (Option option : verb.options()) {
            if (isOfUse(option)) {
                String variable = option.variable().isEmpty() ? "" : " [" + option.variable() + "]";
                String left = ("--" + option.name() + " " + option.value()).strip();
                HelpText.row(text, left, help(option) + variable);
            }
        }
        boolean callsApi = verb.options().stream().anyMatch(VerbHelp::isBaseUrl);
        if (callsApi || !verb.variables().isEmpty()) {
            text.append("\nEnvironment variables:\n");
        }
        if (callsApi) {
            boolean own = verb.options().contains(ServerOptions.BASE_URL);
            for (BundleManifest api :
                    BundleTools.of(bundles, ToolSelection.everything()).manifests()) {
                if (own) {
                    credentials(text, api);
                }
                address(text, api);
            }
        }
        for (Verb.Variable variable : verb.variables()) {
            if (variable.isSecret()) {
                secret(text, variable.name(), variable.what());
            } else {
                HelpText.row(text, variable.name(), variable.what());
            }
        }
        return text.toString();
    }

    private static boolean isBaseUrl(Option option) {
        return option.name().equals(ServerOptions.BASE_URL.name());
    }

    private static void credentials(StringBuilder text, BundleManifest api) {
        CredentialVariables names = CredentialVariables.of(api);
        String whose = " for " + api.title();
        boolean takesClients = false;
        boolean isBasic = false;
        boolean isKey = !api.security().isEmpty();
        for (SecurityScheme scheme : api.security()) {
            takesClients |= !scheme.tokenUrl().isEmpty();
            isBasic |= scheme.isBasic();
            isKey &= scheme.isKey();
        }
        boolean plain = api.security().size() == 1 && !takesClients;
        String key = isKey && plain ? "the API key" : isBasic && plain ? "user:password" : "the access token";
        secret(text, names.apiKey(), key + whose + (api.security().isEmpty() ? ", if it asks for one" : ""));
        boolean parts = false;
        for (SecurityScheme scheme : api.security()) {
            Optional<String> variable = names.ofScheme(scheme).filter(name -> !name.equals(names.apiKey()));
            if (variable.isPresent()) {
                HelpText.row(text, variable.get(), "what the scheme " + scheme.name() + " takes" + whose);
                parts = true;
            }
        }
        if (isBasic) {
            HelpText.row(text, names.username(), "the user name" + whose);
            HelpText.row(text, names.password(), "the password" + whose);
        }
        if (takesClients) {
            HelpText.row(text, names.clientId(), "the OAuth client that gets tokens" + whose);
            HelpText.row(text, names.clientSecret(), "the secret of that client");
            HelpText.row(text, names.scope(), "the scopes that it asks for; none by default");
            HelpText.row(text, names.audience(), "the audience that it asks for; none by default");
        }
        if (parts || isBasic || takesClients) {
            HelpText.row(text, "..._FILE", "a file that holds it, for each of these");
        }
        if (takesClients) {
            HelpText.row(text, names.tokenUrl(), "where it gets tokens, instead of where the description says");
        }
    }

    private static void address(StringBuilder text, BundleManifest api) {
        HelpText.row(text, api.baseUrlVariable(), "where " + api.title() + " is, instead of its own address");
        for (ServerTemplate.Variable variable : api.server().variables()) {
            HelpText.row(text, variable.variable(), variable(variable, api));
        }
    }

    private static String variable(ServerTemplate.Variable variable, BundleManifest api) {
        return "the " + variable.name() + " in the address of " + api.title()
                + (variable.allowed().isEmpty() ? "" : ": " + String.join(", ", variable.allowed()))
                + (variable.standard().isEmpty() ? "" : "; " + variable.standard() + " by default");
    }

    private static void secret(StringBuilder text, String variable, String what) {
        HelpText.row(text, variable, what);
        HelpText.row(text, variable + "_FILE", "a file that holds it");
    }

    private boolean isOfUse(Option option) {
        boolean sandbox = extensions.stream()
                .anyMatch(extension -> extension.embeddedUpstream().isPresent());
        boolean exact =
                extensions.stream().anyMatch(extension -> !extension.exactApps().isEmpty());
        return (sandbox || !option.equals(ServerOptions.SANDBOX)) && (exact || !option.equals(ServerOptions.SCHEMAS));
    }

    private String help(Option option) {
        if (!option.equals(ServerOptions.ENGINE)) {
            return option.help();
        }
        StringBuilder help = new StringBuilder(option.help()).append(": ").append(KernelEngine.NAME);
        for (ServerExtension extension : extensions) {
            extension.engines().forEach(engine -> help.append(", ").append(engine.name()));
        }
        return help.append("; ").append(KernelEngine.NAME).append(" by default").toString();
    }
}
