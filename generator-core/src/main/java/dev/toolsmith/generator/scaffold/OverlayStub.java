package dev.toolsmith.generator.scaffold;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.VisibleText;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The overlay that a new module begins with: the name of every tool, and why an operation becomes none. */
public final class OverlayStub {

    private static final Comparator<OperationPlace> BY_PATH =
            Comparator.comparing(place -> String.join("\u0000", place.steps()));

    private static final String NO_CREDENTIAL = """
            # The description asks for no credential. If the API does, two actions say so, such as
            #
            #   - target: $.components
            #     update: {securitySchemes: {token: {type: http, scheme: bearer}}}
            #   - target: $
            #     update: {security: [{token: []}]}
            #
            # and mvn package -Dtoolsmith.accept records that calls carry it.
            #
            """;

    private OverlayStub() {}

    /**
     * The overlay's text. Without a security scheme in the catalogue it says how to add one.
     *
     * @param title the API's title, however it is written
     * @param catalogue the tools whose names are written down
     * @param findings what is done about errors
     */
    public static String of(String title, ToolCatalog catalogue, ErrorAnswers findings) {
        Map<OperationPlace, String> actions = new TreeMap<>(BY_PATH);
        Map<OperationPlace, List<ToolModel>> tools =
                catalogue.tools().stream().collect(Collectors.groupingBy(tool -> OperationPlace.of(tool.at())));
        tools.forEach((place, named) -> {
            if (named.size() == 1) {
                actions.put(place, named(place, named.get(0).name().value()));
            }
        });
        findings.renamed().forEach((place, finding) -> actions.put(place, renamed(place, finding, catalogue.app())));
        findings.skipped().forEach((place, finding) -> actions.put(place, skipped(place, finding)));
        findings.removed().forEach((place, finding) -> actions.put(place, removed(place, finding)));
        String plainTitle = PlainTitle.of(title, catalogue.app());
        return Template.named("overlay.yaml")
                        .filled(Map.of(
                                "title",
                                plainTitle,
                                "example",
                                example(actions),
                                "credential",
                                catalogue.securitySchemes().isEmpty() ? NO_CREDENTIAL : ""))
                + String.join("\n", actions.values());
    }

    /** Another name for a tool whose own is taken: method, path, and a hash of both. */
    static String ownName(OperationPlace place, String app) {
        String words = place.label()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String name = app + "_" + words;
        String cut = name.length() <= 57 ? name : name.substring(0, 57).replaceAll("_+$", "");
        return cut + "_" + hash(place.target());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String named(OperationPlace place, String name) {
        return action(place) + "    update: {x-toolsmith-name: " + name + "}\n";
    }

    private static String renamed(OperationPlace place, Diagnostic why, String app) {
        String name = ownName(place, app);
        String id = why.code().equals("duplicate-operation-id") ? "operationId: " + name + ", " : "";
        return "  # " + place(place) + " has a name of its own because of\n" + comment(why) + action(place)
                + "    update: {" + id + "x-toolsmith-name: " + name + "}\n";
    }

    private static String skipped(OperationPlace place, Diagnostic why) {
        return "  # " + place(place) + " becomes no tool because of\n" + comment(why) + action(place)
                + "    update: {x-toolsmith-skip: true}\n";
    }

    private static String removed(OperationPlace place, Diagnostic why) {
        return "  # " + place(place) + " is left out because of\n" + comment(why) + action(place)
                + "    remove: true\n";
    }

    private static String place(OperationPlace place) {
        return VisibleText.escape(place.label());
    }

    private static String comment(Diagnostic why) {
        List<String> lines = new ArrayList<>();
        why.toText().lines().forEach(line -> lines.add("  #   " + line.strip() + "\n"));
        return String.join("", lines);
    }

    private static String action(OperationPlace place) {
        return "  - target: " + scalar(place.target()) + "\n    x-toolsmith-optional: true\n";
    }

    /** A printable ASCII text as YAML: as it is where nothing in it means anything to YAML, else in quotes. */
    private static String scalar(String text) {
        return text.matches("[$][A-Za-z0-9_./{}'\\[\\]-]*")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String example(Map<OperationPlace, String> actions) {
        return actions.isEmpty()
                ? "$.paths['/things'].get"
                : scalar(actions.keySet().iterator().next().target());
    }
}
