package dev.toolsmith.generator.emit;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps two classes out of one file and a tool's class from hiding a type that generated code uses. Case does not
 * count, for there are file systems to which it means nothing.
 */
final class ClassNameCheck {

    /** Types that generated code calls by simple name. */
    private static final Set<String> USED = Set.of(
            "apirequest",
            "apitool",
            "generated",
            "illegalargumentexception",
            "inputstream",
            "mcpserver",
            "override",
            "string",
            "system",
            "toolarguments",
            "toolbundle");

    /** Names that Windows keeps for devices, also with an extension. */
    private static final String DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private final Map<String, String> ownerByClass = new HashMap<>();

    private ClassNameCheck(ToolCatalog catalog, EmitOptions options) {
        JavaNames names = new JavaNames(options.packageName());
        USED.forEach(name -> ownerByClass.put(name, "a type that every generated class uses"));
        take(names.bundle(catalog.app()).simpleName(), "the class of the bundle");
        take(JavaNames.MAIN, "the class that starts the server");
        options.main().stream()
                .flatMap(server -> server.extensions().stream())
                .forEach(extension -> take(JavaNames.ofClass(extension).simpleName(), "an extension of the server"));
    }

    /** The same catalogue without the tools whose class cannot be written, each of them reported as an error. */
    static ToolCatalog writable(ToolCatalog catalog, EmitOptions options, Diagnostics diagnostics) {
        ClassNameCheck check = new ClassNameCheck(catalog, options);
        List<ToolModel> writable = new ArrayList<>();
        for (ToolModel tool : catalog.tools()) {
            Optional<String> obstacle = check.obstacle(tool);
            if (obstacle.isEmpty()) {
                writable.add(tool);
            } else {
                report(tool, obstacle.get(), diagnostics);
            }
        }
        return new ToolCatalog(
                catalog.app(),
                catalog.title(),
                catalog.version(),
                catalog.sha256(),
                catalog.baseUrl(),
                catalog.securitySchemes(),
                writable);
    }

    private Optional<String> obstacle(ToolModel tool) {
        String className = tool.name().className();
        if (className.toLowerCase(Locale.ROOT).matches(DEVICE)) {
            return Optional.of("a device on Windows, which no file can be named after");
        }
        return take(className, "the class of " + tool.name());
    }

    private Optional<String> take(String className, String owner) {
        return Optional.ofNullable(ownerByClass.putIfAbsent(className.toLowerCase(Locale.ROOT), owner));
    }

    private static void report(ToolModel tool, String obstacle, Diagnostics diagnostics) {
        diagnostics.error(
                "class-name-taken",
                tool.at(),
                "The class of tool " + tool.name() + " would be " + tool.name().className()
                        + ", but that is the name of " + obstacle,
                "Give the tool another name with x-toolsmith-name, for example in an overlay");
    }
}
