package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the files that a new module begins with, but for the description itself and the lock of its tools. */
public final class Scaffold {

    private final Map<String, String> values = new HashMap<>();

    private Scaffold(ServerModule module, ToolCatalog catalogue) {
        EnvironmentGuide environment = EnvironmentGuide.of(catalogue);
        List<String> needed = environment.needed();
        values.put("app", module.app());
        values.put("title", PlainTitle.of(catalogue.title(), module.app()));
        values.put("groupId", module.groupId());
        values.put("artifactId", module.artifactId());
        values.put("version", module.version());
        values.put("packageName", module.packageName());
        values.put("naming", module.naming());
        values.put("toolsmith", module.toolsmith());
        values.put("overlay", module.overlay());
        values.put("prefix", module.variablePrefix());
        values.put("spec", module.specs().get(0));
        values.put("before", joined(module.specs(), ",", "specs/", ""));
        values.put("specs", joined(module.specs(), "\n", "                <spec>${project.basedir}/specs/", "</spec>"));
        values.put("variables", environment.rows());
        values.put("export", joined(needed, "", "", "=... "));
        values.put("dockerVariables", joined(needed, "", "-e ", " "));
        values.put("claudeVariables", joined(needed, "", "--env ", "=... "));
        values.put(
                "jsonVariables",
                needed.isEmpty() ? "" : ",\n      \"env\": {" + joined(needed, ", ", "\"", "\": \"...\"") + "}");
    }

    /**
     * The files, in a fixed order.
     *
     * @param module what the module is called and made of
     * @param catalogue the tools that it will have
     * @param overlay the text of its overlay
     */
    public static List<ScaffoldFile> of(ServerModule module, ToolCatalog catalogue, String overlay) {
        Scaffold scaffold = new Scaffold(module, catalogue);
        return List.of(
                scaffold.file("pom.xml", "pom.xml"),
                ScaffoldFile.of("specs/" + module.overlay(), overlay),
                scaffold.file(
                        "src/test/java/" + module.packageFolder() + "/ServerSmokeIT.java", "ServerSmokeIT.java.txt"),
                scaffold.file("Dockerfile", "Dockerfile"),
                scaffold.file(".dockerignore", "dockerignore"),
                scaffold.file(".gitignore", "gitignore"),
                scaffold.file("README.md", "README.md"));
    }

    private ScaffoldFile file(String path, String template) {
        return ScaffoldFile.of(path, Template.named(template).filled(values));
    }

    private static String joined(List<String> words, String between, String before, String after) {
        return words.stream().map(word -> before + word + after).collect(Collectors.joining(between));
    }
}
