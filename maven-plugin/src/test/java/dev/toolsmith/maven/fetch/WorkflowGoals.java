package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.GeneratorRequest;
import dev.toolsmith.generator.GeneratorResult;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.compare.CatalogueComparison;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.report.DiffMarkdown;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.OutputFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;

/** What Maven does in the workflows, by the same classes and without Maven: goals and properties as arguments. */
public final class WorkflowGoals {

    private static final Path SPEC = Path.of("specs", "shop.yaml");

    private WorkflowGoals() {}

    /** Runs the goal that stands among the arguments in the current folder; {@code SHOP_URL} is the source. */
    public static void main(String[] args) throws Exception {
        List<String> all = Arrays.asList(args);
        if (all.contains("toolsmith:fetch")) {
            fetch();
        } else if (all.contains("toolsmith:diff")) {
            diff(all);
        } else if (all.contains("generate-sources")) {
            generate(all.contains("-Dtoolsmith.accept"));
        } else {
            throw new IllegalArgumentException("No goal that the workflows know: " + all);
        }
    }

    private static void fetch() throws Exception {
        MavenProxies proxies = new MavenProxies(List.of());
        Download.Limits limits = new Download.Limits(1_000_000, Duration.ofSeconds(60), Duration.ofSeconds(60));
        Download download = new Download(Download.client(proxies).build(), proxies, limits, System.out::println);
        new FetchRun(
                        new Fetcher(download, Clock.systemUTC(), false),
                        MavenSettings.access(Files.createTempDirectory("settings"), "<settings/>", Map.of()),
                        new ConfiguredApis(new MavenProject(), "shop", "operationId"),
                        FetchRun.TOOLS,
                        new SystemStreamLog())
                .run(List.of(new Source(System.getenv("SHOP_URL"), SPEC.toFile(), null, null)));
    }

    private static void diff(List<String> args) throws Exception {
        CatalogueDiff diff = CatalogueComparison.between(catalogue(Path.of(value(args, "before"))), catalogue(SPEC));
        Files.writeString(Path.of(value(args, "output")), DiffMarkdown.of(diff));
        Files.writeString(
                Path.of(value(args, "levelFile")), diff.worst().map(Level::word).orElse("none") + "\n");
    }

    private static void generate(boolean accept) {
        Path out = Path.of("target", "tools");
        GeneratorResult result = ToolGenerator.generate(new GeneratorRequest(
                CatalogueRequest.of(SPEC, "shop", "operationId"),
                "com.example.shop",
                Optional.empty(),
                new OutputFolders(out.resolve("java"), out.resolve("resources"), out.resolve("reports")),
                "error",
                Optional.of(Path.of("tools.lock")),
                accept));
        result.diagnostics().forEach(found -> System.out.println("[" + found.severity() + "] " + found.toText()));
        if (result.outcome() == GeneratorResult.Outcome.FAILED) {
            System.exit(1);
        }
    }

    private static ToolCatalog catalogue(Path spec) {
        return ToolGenerator.catalogue(CatalogueRequest.of(spec, "shop", "operationId"))
                .catalogue()
                .orElseThrow();
    }

    private static String value(List<String> args, String property) {
        String start = "-Dtoolsmith." + property + "=";
        return args.stream()
                .filter(arg -> arg.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }
}
