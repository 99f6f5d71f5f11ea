package dev.toolsmith.runtime.cli;

/**
 * Something that may be said on the command line as {@code --name}, or in the environment.
 *
 * @param name without the two hyphens
 * @param value what help calls the value; empty for a switch that takes none
 * @param variable the environment variable that says the same; empty for none
 * @param help one line for {@code help}
 */
public record Option(String name, String value, String variable, String help) {

    boolean isSwitch() {
        return value.isEmpty();
    }
}
