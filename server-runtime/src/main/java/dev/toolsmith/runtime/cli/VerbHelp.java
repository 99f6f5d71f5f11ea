package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.util.List;

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
        if (verb.options().contains(ServerOptions.BASE_URL)) {
            text.append("\nEnvironment variables:\n");
            BundleTools.of(bundles, ToolSelection.everything()).manifests().forEach(api -> variables(text, api));
        }
        if (verb.options().contains(ServerOptions.HOST)) {
            secret(text, HttpVerb.TOKEN, "what clients must send as a bearer token");
        }
        return text.toString();
    }

    private static void variables(StringBuilder text, BundleManifest api) {
        if (!api.security().isEmpty()) {
            secret(text, api.apiKeyVariable(), "the access token for " + api.title());
        }
        HelpText.row(text, api.baseUrlVariable(), "where " + api.title() + " is, instead of its own address");
    }

    private static void secret(StringBuilder text, String variable, String what) {
        HelpText.row(text, variable, what);
        HelpText.row(text, variable + "_FILE", "a file that holds it");
    }

    private boolean isOfUse(Option option) {
        boolean sandbox = extensions.stream()
                .anyMatch(extension -> extension.embeddedUpstream().isPresent());
        return !option.equals(ServerOptions.EXPOSURE) && (sandbox || !option.equals(ServerOptions.SANDBOX));
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
