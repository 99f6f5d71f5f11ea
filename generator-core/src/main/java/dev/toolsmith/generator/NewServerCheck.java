package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.scaffold.AppName;
import dev.toolsmith.generator.scaffold.ServerModule;
import java.util.List;
import java.util.Optional;

/** Finds out whether a request for a new module makes sense, and fills in what it leaves open. */
final class NewServerCheck {

    /**
     * A request that was checked, with the bytes of its files.
     *
     * @param module what the module is called
     * @param documents the description, the files named as the module keeps them
     * @param plan what tools are called
     */
    record Wanted(ServerModule module, List<DescriptionSource> documents, PlanOptions plan) {}

    private final NewServerRequest request;
    private final Diagnostics diagnostics;
    private final RequestCheck check;

    private NewServerCheck(NewServerRequest request, Diagnostics diagnostics) {
        this.request = request;
        this.diagnostics = diagnostics;
        this.check = new RequestCheck(diagnostics);
    }

    /** What is to be made; empty when the request makes no sense, which is then reported. */
    static Optional<Wanted> check(NewServerRequest request, Diagnostics diagnostics) {
        return new NewServerCheck(request, diagnostics).wanted();
    }

    private Optional<Wanted> wanted() {
        Optional<Naming> naming = check.naming(request.naming());
        List<DescriptionSource> documents = check.sources("specs", request.documents()).stream()
                .map(source -> new DescriptionSource(ServerModule.specName(source.name()), source.bytes()))
                .toList();
        if (documents.stream().map(DescriptionSource::name).distinct().count() < documents.size()) {
            check.error(
                    "same-file-name",
                    "specs",
                    "Two files of the description would have the same name in specs/",
                    "Rename one of them");
        }
        if (diagnostics.has(Severity.ERROR)) {
            return Optional.empty();
        }
        return app(documents)
                .flatMap(app -> module(app, documents)
                        .flatMap(module -> naming.map(by -> new Wanted(
                                module, documents, PlanOptions.forApp(app).withNaming(by)))));
    }

    /** The app's name as given, or from the description's title; empty when that cannot be read, which is reported. */
    private Optional<String> app(List<DescriptionSource> documents) {
        if (request.app().isPresent()) {
            return request.app();
        }
        Diagnostics found = new Diagnostics();
        Optional<String> app = DescriptionReader.read(documents, List.of(), ReadLimits.DEFAULTS, found)
                .map(api -> AppName.of(api.title(), documents.get(0).name()));
        if (app.isEmpty()) {
            found.all().forEach(diagnostics::add);
        }
        return app;
    }

    private Optional<ServerModule> module(String app, List<DescriptionSource> documents) {
        String artifactId = request.artifactId().orElseGet(() -> app.replace('_', '-') + "-mcp-server");
        String packageName = request.packageName().orElseGet(() -> packageName(app));
        check.app(app);
        check.serverName("artifactId", artifactId);
        check.packageName(packageName);
        coordinate("groupId", request.groupId());
        coordinate("version", request.version());
        if (documents.stream().anyMatch(each -> each.name().equals(app + ".overlay.yaml"))) {
            check.error(
                    "same-file-name",
                    "specs",
                    "The description has the name of the overlay, " + app + ".overlay.yaml",
                    "Rename the description");
        }
        if (diagnostics.has(Severity.ERROR)) {
            return Optional.empty();
        }
        return Optional.of(new ServerModule(
                app,
                request.groupId(),
                artifactId,
                request.version(),
                packageName,
                request.naming(),
                request.toolsmith(),
                documents.stream().map(DescriptionSource::name).toList()));
    }

    private String packageName(String app) {
        return request.groupId().replace('-', '_') + "." + app;
    }

    private void coordinate(String parameter, String value) {
        if (!value.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            check.error(
                    "bad-coordinate",
                    parameter,
                    "\"" + value + "\" cannot be a " + parameter + " of Maven",
                    "Write letters, digits, dots, dashes and underscores, such as com.example or 1.0.0");
        }
    }
}
