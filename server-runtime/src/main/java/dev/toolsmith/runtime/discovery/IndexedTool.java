package dev.toolsmith.runtime.discovery;

import java.util.List;

/**
 * What a search knows of a tool.
 *
 * @param name its name
 * @param title its title, empty where it has none
 * @param description its description, empty where it has none
 * @param kind its kind, empty where they are not known
 * @param tags what it is listed under
 * @param required the arguments that a call must have
 * @param arguments the names of all arguments, and of what objects among them hold
 * @param values what the schema says of arguments, and the values that it names
 * @param reads whether it says that it leaves everything as it was
 */
record IndexedTool(
        String name,
        String title,
        String description,
        String kind,
        List<String> tags,
        List<String> required,
        List<String> arguments,
        List<String> values,
        boolean reads) {

    IndexedTool {
        tags = List.copyOf(tags);
        required = List.copyOf(required);
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    /** The description's first sentence. */
    String lead() {
        int end = end();
        return description.substring(0, end);
    }

    /** The description after its first sentence. */
    String rest() {
        return description.substring(end());
    }

    private int end() {
        int end = description.indexOf(". ");
        return end < 0 ? description.length() : end + 1;
    }
}
