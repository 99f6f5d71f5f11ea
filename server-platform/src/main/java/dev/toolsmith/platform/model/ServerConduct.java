package dev.toolsmith.platform.model;

import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;

/**
 * How a hosted server meets its clients. None of it makes a tool reachable that the server is not to offer.
 *
 * @param exposure how it shows its tools
 * @param confirm which calls a person has to agree to first
 * @param view what its results look like where a call does not say
 * @param structured whether results also carry the exact JSON, as {@code structuredContent}
 */
public record ServerConduct(Exposure exposure, Confirmation confirm, View view, boolean structured) {

    /** Tools are listed as they are, nobody is asked, and results come as the API answers, once. */
    public static final ServerConduct PLAIN = new ServerConduct(Exposure.ALL, Confirmation.NEVER, View.FULL, false);
}
