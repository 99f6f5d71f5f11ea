package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.view.ResultForm;
import dev.toolsmith.runtime.view.ResultView;
import dev.toolsmith.runtime.view.View;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server shows results.
 *
 * @param view where a call says nothing
 * @param structured whether the exact JSON goes beside
 * @param extensions which know how single APIs' answers are shown
 */
record ShownResults(View view, boolean structured, List<ServerExtension> extensions) {

    /**
     * What {@code --view} and {@code --structured} say.
     *
     * @throws UsageException when there is no such view
     */
    static ShownResults of(VerbCall call) {
        String word = call.option(ServerOptions.VIEW).orElse(View.FULL.word());
        View view = View.of(word)
                .orElseThrow(() -> new UsageException("--" + ServerOptions.VIEW.name() + " is "
                        + String.join(", ", View.WORDS.subList(0, 2)) + " or " + View.WORDS.get(2) + ", not \"" + word
                        + "\"."));
        return new ShownResults(view, call.isOn(ServerOptions.STRUCTURED), call.extensions());
    }

    /** The form of all results. */
    ResultForm form() {
        List<ResultView> views = new ArrayList<>();
        for (ServerExtension extension : extensions) {
            views.addAll(extension.resultViews());
        }
        return new ResultForm(view, structured, views);
    }
}
