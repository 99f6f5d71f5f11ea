package dev.toolsmith.generator;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.plan.PlanOptions;
import dev.toolsmith.generator.read.DescriptionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Finds out whether a request makes sense, and reads its files. */
final class RequestCheck {

    private static final String APP_HINT =
            "Write one short word in lower case, such as attio: letters, digits and single _, at most 24 characters";

    private final GeneratorRequest request;
    private final Diagnostics diagnostics;

    private RequestCheck(GeneratorRequest request, Diagnostics diagnostics) {
        this.request = request;
        this.diagnostics = diagnostics;
    }

    /** What is to be done; empty when the request makes no sense, which is then reported. */
    static Optional<Generation> check(GeneratorRequest request, Diagnostics diagnostics) {
        RequestCheck check = new RequestCheck(request, diagnostics);
        check.names();
        Optional<PlanOptions.Naming> naming = check.naming();
        Optional<FailOn> failOn = check.failOn();
        List<DescriptionSource> documents = check.sources("specs", request.documents());
        List<DescriptionSource> overlays = check.sources("overlays", request.overlays());
        if (diagnostics.has(Severity.ERROR) || naming.isEmpty() || failOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Generation(
                documents,
                overlays,
                PlanOptions.forApp(request.app())
                        .withNaming(naming.get())
                        .withFilters(request.include(), request.exclude()),
                new EmitOptions(request.packageName(), request.main()),
                request.output(),
                failOn.get(),
                Fingerprint.of(request, documents, overlays)));
    }

    private void names() {
        if (request.app().length() > 24 || !request.app().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            error("bad-app", "app", "\"" + request.app() + "\" cannot stand in tool names", APP_HINT);
        }
        if (!isPackage(request.packageName())) {
            error(
                    "bad-package-name",
                    "packageName",
                    "\"" + request.packageName() + "\" is no name for a package of your own",
                    "Write Java names with dots between them, such as com.example.tools");
        }
        request.main().ifPresent(this::main);
    }

    private void main(ServerMain main) {
        if (!main.name().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            error(
                    "bad-server-name",
                    "serverName",
                    "\"" + main.name() + "\" cannot be a server's name",
                    "Write at most 64 letters, digits, dots, dashes and underscores, such as attio-mcp-server");
        }
        for (String extension : main.extensions()) {
            if (!isPackage(extension) || !extension.contains(".")) {
                error(
                        "bad-extension",
                        "extensions",
                        "\"" + extension + "\" is no class name",
                        "Write the full name of the class, such as com.example.MyExtension");
            }
        }
    }

    private static boolean isPackage(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*")
                && SourceVersion.isName(name, SourceVersion.RELEASE_17)
                && !name.matches("javax?(\\..*)?");
    }

    private Optional<PlanOptions.Naming> naming() {
        Optional<PlanOptions.Naming> naming = switch (request.naming()) {
            case "path" -> Optional.of(PlanOptions.Naming.PATH);
            case "operationId" -> Optional.of(PlanOptions.Naming.OPERATION_ID);
            default -> Optional.empty();
        };
        if (naming.isEmpty()) {
            error(
                    "bad-naming",
                    "naming",
                    "There is no naming \"" + request.naming() + "\"",
                    "Write operationId or path");
        }
        return naming;
    }

    private Optional<FailOn> failOn() {
        Optional<FailOn> failOn = FailOn.of(request.failOn());
        if (failOn.isEmpty()) {
            error(
                    "bad-fail-on",
                    "failOn",
                    "There is no severity \"" + request.failOn() + "\"",
                    "Write error, warning or never");
        }
        return failOn;
    }

    private List<DescriptionSource> sources(String parameter, List<Path> files) {
        if (files.isEmpty() && parameter.equals("specs")) {
            error("no-spec", parameter, "No description is named", "Name a file, for example -Dtoolsmith.spec=FILE");
        }
        List<DescriptionSource> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(new DescriptionSource(file.getFileName().toString(), Files.readAllBytes(file)));
            } catch (NoSuchFileException e) {
                error("no-such-file", parameter, "There is no file " + file, "Check the path");
            } catch (IOException e) {
                error("unreadable-file", parameter, "The file " + file + " cannot be read: " + e, "Check what it is");
            }
        }
        return sources;
    }

    private void error(String code, String parameter, String message, String hint) {
        diagnostics.error(code, new SourcePointer("configuration", "/" + parameter), message, hint);
    }
}
