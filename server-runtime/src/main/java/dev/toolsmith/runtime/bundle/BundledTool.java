package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * A tool and the bundle it came from.
 *
 * @param descriptor what a server lists and selects by
 * @param scopesKnown false for a write of which the description names no scopes
 * @param scopesBy scopes that depend on an argument's value
 * @param pagination how the tool pages, if it does
 * @param auth what a call asks for: alternatives, as in {@link BundleManifest#auth}
 * @param resultArguments those of the arguments {@code fields} and {@code view} that the server itself uses
 * @param bundle opens the tool's class and schemas
 * @param manifest what the bundle says of itself
 */
public record BundledTool(
        ToolDescriptor descriptor,
        boolean scopesKnown,
        Optional<ScopesByArgument> scopesBy,
        Optional<Pagination> pagination,
        List<List<String>> auth,
        List<String> resultArguments,
        ToolBundle bundle,
        BundleManifest manifest) {

    public BundledTool {
        auth = List.copyOf(auth);
        resultArguments = List.copyOf(resultArguments);
    }

    /** A tool without arguments that say how its results are shown. */
    public BundledTool(
            ToolDescriptor descriptor,
            boolean scopesKnown,
            Optional<ScopesByArgument> scopesBy,
            Optional<Pagination> pagination,
            List<List<String>> auth,
            ToolBundle bundle,
            BundleManifest manifest) {
        this(descriptor, scopesKnown, scopesBy, pagination, auth, List.of(), bundle, manifest);
    }

    /** A tool that asks for what most tools of its bundle ask for. */
    public BundledTool(
            ToolDescriptor descriptor,
            boolean scopesKnown,
            Optional<ScopesByArgument> scopesBy,
            Optional<Pagination> pagination,
            ToolBundle bundle,
            BundleManifest manifest) {
        this(descriptor, scopesKnown, scopesBy, pagination, manifest.auth(), bundle, manifest);
    }

    /** The tool's name. */
    public String name() {
        return descriptor.name();
    }
}
