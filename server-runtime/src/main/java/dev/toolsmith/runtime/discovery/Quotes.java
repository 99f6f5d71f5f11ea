package dev.toolsmith.runtime.discovery;

import java.util.regex.Pattern;

/** Leaves out of a text what stands in quotes. */
final class Quotes {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201C[^\u201D]*\u201D|\u00AB[^\u00BB]*\u00BB");

    private Quotes() {}

    static String without(String text) {
        return QUOTED.matcher(text).replaceAll(" ");
    }
}
