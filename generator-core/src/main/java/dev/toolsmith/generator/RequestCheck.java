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

    private final Diagnostics diagnostics;

    RequestCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What is to be done; empty when the request makes no sense, which is then reported. */
    static Optional<Generation> check(GeneratorRequest request, Diagnostics diagnostics) {
        RequestCheck check = new RequestCheck(diagnostics);
        check.app(request.app());
        check.names(request);
        Optional<PlanOptions.Naming> naming = check.naming(request.catalogue());
        Optional<FailOn> failOn = check.failOn(request);
        Optional<LockCheck> lock = LockCheck.open(request, diagnostics);
        return check.inputs(request.catalogue(), naming)
                .flatMap(inputs -> failOn.flatMap(from -> lock.map(accepted -> new Generation(
                        inputs,
                        new EmitOptions(request.packageName(), request.main()),
                        request.output(),
                        from,
                        accepted,
                        Fingerprint.of(
                                Fingerprint.of(request, inputs),
                                new PinCheck(diagnostics)
                                        .check(request.catalogue().documents(), inputs.documents())
                                        .toString())))));
    }

    /** What the tools are made of; empty when the request makes no sense, which is then reported. */
    static Optional<CatalogueInputs> check(CatalogueRequest request, Diagnostics diagnostics) {
        RequestCheck check = new RequestCheck(diagnostics);
        check.app(request.app());
        return check.inputs(request, check.naming(request));
    }

    private Optional<CatalogueInputs> inputs(CatalogueRequest request, Optional<PlanOptions.Naming> naming) {
        List<DescriptionSource> documents = sources("specs", request.documents());
        List<DescriptionSource> overlays = sources("overlays", request.overlays());
        if (diagnostics.has(Severity.ERROR)) {
            return Optional.empty();
        }
        return naming.map(by -> new CatalogueInputs(
                documents,
                overlays,
                PlanOptions.forApp(request.app()).withNaming(by).withFilters(request.include(), request.exclude())));
    }

    void app(String app) {
        if (app.length() > 24 || !app.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            error("bad-app", "app", "\"" + app + "\" cannot stand in tool names", APP_HINT);
        }
    }

    private void names(GeneratorRequest request) {
        packageName(request.packageName());
        request.main().ifPresent(this::main);
    }

    void packageName(String name) {
        if (!isPackage(name)) {
            error(
                    "bad-package-name",
                    "packageName",
                    "\"" + name + "\" is no name for a package of your own",
                    "Write Java names with dots between them, such as com.example.tools");
        }
    }

    void serverName(String parameter, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            error(
                    "bad-server-name",
                    parameter,
                    "\"" + name + "\" cannot be a server's name",
                    "Write at most 64 letters, digits, dots, dashes and underscores, such as attio-mcp-server");
        }
    }

    private void main(ServerMain main) {
        serverName("serverName", main.name());
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

    private Optional<PlanOptions.Naming> naming(CatalogueRequest request) {
        return naming(request.naming());
    }

    Optional<PlanOptions.Naming> naming(String word) {
        Optional<PlanOptions.Naming> naming = switch (word) {
            case "path" -> Optional.of(PlanOptions.Naming.PATH);
            case "operationId" -> Optional.of(PlanOptions.Naming.OPERATION_ID);
            default -> Optional.empty();
        };
        if (naming.isEmpty()) {
            error("bad-naming", "naming", "There is no naming \"" + word + "\"", "Write operationId or path");
        }
        return naming;
    }

    private Optional<FailOn> failOn(GeneratorRequest request) {
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

    List<DescriptionSource> sources(String parameter, List<Path> files) {
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

    void error(String code, String parameter, String message, String hint) {
        diagnostics.error(code, new SourcePointer("configuration", "/" + parameter), message, hint);
    }
}
