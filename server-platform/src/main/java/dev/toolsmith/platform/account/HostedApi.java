package dev.toolsmith.platform.account;

import dev.toolsmith.runtime.account.SchemaContributor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform has to know of an API beyond its tools.
 *
 * @param app the API's bundle
 * @param check how a credential is looked at; empty where the API has no such operation
 * @param quotas the API's own limits, counted here for each workspace so that it need not refuse
 * @param destinations arguments that say where the API will send data to
 * @param sensitiveTags tags of tools that change where data goes or what the schema is, which presets leave out
 * @param schemas makes its tools' schemas exact for each account; empty when the published ones do
 */
public record HostedApi(
        String app,
        Optional<AccountCheck> check,
        List<Quota> quotas,
        List<Destination> destinations,
        Set<String> sensitiveTags,
        Optional<SchemaContributor> schemas) {

    public HostedApi {
        quotas = List.copyOf(quotas);
        destinations = List.copyOf(destinations);
        sensitiveTags = Set.copyOf(sensitiveTags);
    }

    /** An API whose published schemas do. */
    public HostedApi(
            String app,
            Optional<AccountCheck> check,
            List<Quota> quotas,
            List<Destination> destinations,
            Set<String> sensitiveTags) {
        this(app, check, quotas, destinations, sensitiveTags, Optional.empty());
    }

    /** An API of which nothing more is known. */
    public static HostedApi plain(String app) {
        return new HostedApi(app, Optional.empty(), List.of(), List.of(), Set.of());
    }

    /** The same without a way to look at credentials. */
    public HostedApi unchecked() {
        return new HostedApi(app, Optional.empty(), quotas, destinations, sensitiveTags, schemas);
    }

    /** The same with schemas that are exact for each account. */
    public HostedApi withSchemas(SchemaContributor contributor) {
        return new HostedApi(app, check, quotas, destinations, sensitiveTags, Optional.of(contributor));
    }

    /**
     * The tool that tells whose credential it is, with JSON pointers into its result.
     *
     * @param tool takes no arguments
     * @param active a boolean: whether the credential is good
     * @param scopes a text, divided by blanks
     * @param workspaceId a text
     * @param workspaceName a text
     */
    public record AccountCheck(String tool, String active, String scopes, String workspaceId, String workspaceName) {}

    /**
     * A limit of calls.
     *
     * @param name what people call it, such as {@code reads}
     * @param calls how many
     * @param per in how long
     * @param counts which calls
     */
    public record Quota(String name, long calls, Duration per, Counts counts) {}

    /** Which calls a quota counts. */
    public enum Counts {
        /** Those of tools that change nothing. */
        READS,
        /** Those of tools that may change something. */
        WRITES,
        /** Those of tools of kind {@code search}. */
        SEARCHES
    }

    /**
     * An argument that holds a URL which the API will send data to.
     *
     * @param tag the tools that take it
     * @param pointer JSON pointer into the arguments
     */
    public record Destination(String tag, String pointer) {}
}
