package dev.toolsmith.generator.report;

import java.io.IOException;

/** A bundle of a format that this version does not know. */
final class NewerBundleException extends IOException {

    private static final long serialVersionUID = 1L;

    NewerBundleException(int formatVersion) {
        super("The bundle is of format " + formatVersion + ", which this version does not know");
    }
}
