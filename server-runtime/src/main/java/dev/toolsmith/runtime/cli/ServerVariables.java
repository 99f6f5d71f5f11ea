package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.ServerTemplate;
import java.util.Optional;

/** Fills the variables of a base URL from the environment. */
record ServerVariables(VerbCall call) {

    private static final String ANYWHERE = "-._~";

    /**
     * The base URL: as the description has it when none of its variables is set.
     *
     * @throws ConfigurationException when a value is none of those that are allowed, or would change more of the address
     *     than the place that it fills
     */
    String fill(BundleManifest manifest) {
        String url = manifest.server().url();
        boolean isSet = false;
        for (ServerTemplate.Variable variable : manifest.server().variables()) {
            Optional<String> value = call.variable(variable.variable());
            isSet |= value.isPresent();
            int place = url.indexOf("{".concat(variable.name()).concat("}"));
            while (place >= 0) {
                String filled = checked(variable, value.orElse(variable.standard()), isInPath(url, place));
                int end = place + variable.name().length() + 2;
                url = url.substring(0, place).concat(filled).concat(url.substring(end));
                place = url.indexOf("{".concat(variable.name()).concat("}"), place + filled.length());
            }
        }
        return isSet ? url : manifest.baseUrl();
    }

    private static boolean isInPath(String url, int place) {
        int authority = url.indexOf("://");
        int path = url.indexOf('/', authority < 0 ? 0 : authority + 3);
        return path >= 0 && path < place;
    }

    private static String checked(ServerTemplate.Variable variable, String value, boolean inPath) {
        if (value.equals(variable.standard())) {
            return value;
        }
        if (!variable.allowed().isEmpty() && !variable.allowed().contains(value)) {
            throw new ConfigurationException(variable.variable() + " is " + String.join(" or ", variable.allowed())
                    + ", not \"" + value + "\".");
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || ANYWHERE.indexOf(character) >= 0);
            if (!plain && !(inPath && character == '/')) {
                throw new ConfigurationException(variable.variable() + " is a part of an address: letters, digits and "
                        + ANYWHERE + (inPath ? "/" : "") + " only. To name a whole address, set the base URL.");
            }
        }
        if (inPath && ("/" + value + "/").contains("/../")) {
            throw new ConfigurationException(variable.variable() + " has the path step \"..\". Leave it out.");
        }
        return value;
    }
}
