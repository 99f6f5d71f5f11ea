package dev.toolsmith.runtime.view;

import java.util.List;

/**
 * The form that a server gives results.
 *
 * @param view how answers are shown where a call says nothing
 * @param structured whether results also carry the exact JSON, as {@code structuredContent}
 * @param views how single APIs' answers are shown, at most one an API; others are shown by {@link GenericView}
 */
public record ResultForm(View view, boolean structured, List<ResultView> views) {

    /** Answers as APIs give them, and nothing beside. */
    public static final ResultForm PLAIN = new ResultForm(View.FULL, false, List.of());

    public ResultForm {
        views = List.copyOf(views);
    }

    /** How an app's answers are shown. */
    public ResultView of(String app) {
        for (ResultView own : views) {
            if (own.app().equals(app)) {
                return own;
            }
        }
        return new GenericView(app);
    }
}
