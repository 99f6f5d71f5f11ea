package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.read.ReadLimits;
import java.io.File;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Downloads descriptions into files that are committed, notes in {@code specs.lock} beside them where they come from,
 * and says what has changed. The only goal that uses the network; no build runs it. Works without a POM too.
 */
@Mojo(name = "fetch", requiresProject = false, threadSafe = true)
public final class FetchMojo extends AbstractMojo {

    /**
     * The descriptions: each a {@code <source>} with {@code <url>} and {@code <file>}, and, where the URL asks for
     * credentials, {@code <serverId>} (a {@code <server>} of the settings: username and password, or a password alone as
     * bearer token, or {@code <httpHeaders>}) or {@code <tokenEnv>} (an environment variable with a bearer token). Stands
     * in the plugin's own {@code <configuration>}, not in an execution's.
     */
    @Parameter
    private List<Source> sources = List.of();

    /** URLs in place of the configured sources, as many as files. */
    @Parameter(property = "toolsmith.url")
    private List<String> urls = List.of();

    /** The files that the URLs are kept in. Without a URL: files that were fetched before, as {@code specs.lock} tells. */
    @Parameter(property = "toolsmith.spec")
    private List<File> specs = List.of();

    /** The {@code <server>} of the settings for the URLs. */
    @Parameter(property = "toolsmith.serverId")
    private @Nullable String serverId;

    /** The environment variable with a bearer token for the URLs. */
    @Parameter(property = "toolsmith.tokenEnv")
    private @Nullable String tokenEnv;

    /** What tools of a file begin with in the text of changes, when no execution of goal generate has the file. */
    @Parameter(property = "toolsmith.app", defaultValue = "api")
    private String app = "";

    /** How tools of a file are named in the text of changes, when no execution of goal generate has the file. */
    @Parameter(property = "toolsmith.naming", defaultValue = "operationId")
    private String naming = "";

    /** Whether to replace files that were not downloaded, or were changed since. */
    @Parameter(property = "toolsmith.overwrite", defaultValue = "false")
    private boolean overwrite;

    /** How long each description may take, in seconds. */
    @Parameter(property = "toolsmith.timeout", defaultValue = "120")
    private int timeout;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings = new Settings();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    private List<MavenProject> reactor = List.of();

    private final SettingsDecrypter decrypter;

    /** A goal that Maven fills. */
    @Inject
    public FetchMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (settings.isOffline()) {
            throw new MojoFailureException(
                    "toolsmith: nothing was fetched: Maven is offline. Run it without -o, and without <offline> in settings.xml");
        }
        if (urls.isEmpty() && sources.isEmpty() && specs.isEmpty() && reactor.size() > 1) {
            getLog().info("toolsmith: nothing to fetch here");
            return;
        }
        List<Source> wanted = wanted();
        try {
            SettingsAccess access = new SettingsAccess(settings, decrypter, System.getenv());
            MavenProxies proxies = access.proxies();
            HttpClient client = Download.client(proxies).build();
            Download.Limits limits = new Download.Limits(
                    ReadLimits.DEFAULTS.maxBytes(), Duration.ofSeconds(Math.max(1, timeout)), Duration.ofSeconds(5));
            Download download = new Download(client, proxies, limits, getLog()::info);
            Fetcher fetcher = new Fetcher(download, Clock.systemUTC(), overwrite);
            new FetchRun(fetcher, access, new ConfiguredApis(project, app, naming), FetchRun.TOOLS, getLog())
                    .run(wanted);
        } catch (FetchFault e) {
            throw new MojoFailureException("toolsmith: nothing was fetched: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while fetching", e);
        }
    }

    private List<Source> wanted() throws MojoFailureException {
        if (urls.isEmpty()) {
            List<Source> known = sources.isEmpty() ? fetchedBefore() : sources;
            if (known.isEmpty()) {
                throw new MojoFailureException("toolsmith: there is nothing to fetch. Name a URL and a file:"
                        + " -Dtoolsmith.url=https://api.example.com/openapi.json -Dtoolsmith.spec=specs/example.json,"
                        + " or <sources> in the plugin's <configuration>");
            }
            return known;
        }
        if (urls.size() != specs.size()) {
            throw new MojoFailureException("toolsmith: " + urls.size() + " URLs and " + specs.size()
                    + " files: name as many files (-Dtoolsmith.spec) as URLs (-Dtoolsmith.url)");
        }
        List<Source> named = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            named.add(new Source(urls.get(i), specs.get(i), serverId, tokenEnv));
        }
        return named;
    }

    /** The files that came from somewhere, with where that is. */
    private List<Source> fetchedBefore() throws MojoFailureException {
        List<Source> known = new ArrayList<>();
        for (File spec : specs) {
            Optional<PinnedSpec> pin = pin(spec);
            if (pin.isPresent()) {
                known.add(new Source(pin.get().url().toString(), spec, serverId, tokenEnv));
            } else {
                getLog().warn("toolsmith: " + spec + " was never fetched, so where it comes from is not known. Name its"
                        + " URL once: -Dtoolsmith.url=URL -Dtoolsmith.spec=" + spec);
            }
        }
        return known;
    }

    private static Optional<PinnedSpec> pin(File spec) throws MojoFailureException {
        try {
            return new PinnedFile(spec.toPath()).pin();
        } catch (FetchFault e) {
            throw new MojoFailureException("toolsmith: nothing was fetched: " + e.getMessage());
        }
    }
}
