package dev.toolsmith.generator.report;

import static dev.toolsmith.generator.report.Diffs.narrowed;
import static dev.toolsmith.generator.report.Diffs.ofAllTools;
import static dev.toolsmith.generator.report.Diffs.shared;
import static dev.toolsmith.generator.report.Diffs.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffHtmlTest {

    @Test
    void tellsTheChangesByLevelAndTool() {
        assertThat(DiffHtml.of(Diffs.of(text("acme_a", "/x"), narrowed("acme_put"), ofAllTools())))
                .contains("<p>From Acme 1.0 to Acme 2.0: 3 changes: 1 breaking, 1 risky, 0 safe, 1 text-only.</p>")
                .containsSubsequence("id=\"breaking\"", "id=\"risky\"", "id=\"text-only\"")
                .contains("""
                        <article>
                        <h3><code>acme_put</code></h3>
                        <ul>
                        <li>/data/tags/* of acme_put takes only a and b
                        <dl>
                        <dt>Kind</dt><dd>argument-narrowed</dd>
                        <dt>Argument</dt><dd><code>/data/tags/*</code></dd>
                        <dt>Before</dt><dd><del>any string</del></dd>
                        <dt>After</dt><dd><ins>one of a, b</ins></dd>
                        <dt>Stands at</dt><dd><code>acme.yaml#/paths/~1acme_put/get</code></dd>
                        </dl></li>
                        </ul>
                        </article>
                        """)
                .contains("<h3>All tools</h3>")
                .contains("<del>Old words.</del>");
    }

    @Test
    void namesAllToolsThatShareAChangeAndAllPlaces() {
        assertThat(DiffHtml.of(Diffs.of(shared(9))))
                .contains("<h3>9 tools</h3>")
                .contains("<code>tool_9</code>")
                .contains("<code>acme.yaml#/paths/~1tool_9/get</code>");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(DiffHtml.of(Diffs.of())).contains("<p>From Acme 1.0 to Acme 2.0: nothing changed.</p>");
    }

    @Test
    void runsNoScriptAndLoadsNothing() {
        assertThat(DiffHtml.of(Diffs.of(narrowed("acme_put"))))
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .doesNotContain("script", "http:", "https:", "unsafe", "url(");
    }
}
