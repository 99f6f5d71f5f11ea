package dev.toolsmith.generator.report;

import static dev.toolsmith.generator.report.Diffs.narrowed;
import static dev.toolsmith.generator.report.Diffs.ofAllTools;
import static dev.toolsmith.generator.report.Diffs.removed;
import static dev.toolsmith.generator.report.Diffs.shared;
import static dev.toolsmith.generator.report.Diffs.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffTextTest {

    @Test
    void tellsTheChangesByLevelAndTool() {
        assertThat(DiffText.of(Diffs.of(removed("acme_drop"), ofAllTools(), narrowed("acme_put"), removed("acme_put"))))
                .isEqualTo("""
                        acme, from Acme 1.0 to Acme 2.0: 4 changes: 3 breaking, 1 risky, 0 safe, 0 text-only

                        BREAKING: calls that were right are refused, or their tool is gone
                          acme_drop
                            - acme_drop is gone
                              tool-removed at acme.yaml#/paths/~1acme_drop/get
                          acme_put
                            - acme_put is gone
                              tool-removed at acme.yaml#/paths/~1acme_put/get
                            - /data/tags/* of acme_put takes only a and b
                              argument-narrowed /data/tags/* at acme.yaml#/paths/~1acme_put/get

                        RISKY: calls stay right, but may do something else, need another permission, or be answered otherwise
                          all tools
                            - requests go to https://b.example instead of https://a.example
                              base-url-changed
                        """);
    }

    @Test
    void tellsOnceWhatManyToolsHaveInCommon() {
        assertThat(DiffText.of(Diffs.of(shared(9)))).contains("""
                  9 tools: tool_1, tool_2, tool_3, tool_4 and 5 more
                    - /data/tags/* of the tool takes only a and b
                      argument-narrowed /data/tags/* at acme.yaml#/paths/~1tool_1/get and 8 more places
                """);
    }

    @Test
    void countsTextsUnlessAllAreWanted() {
        var diff = Diffs.of(text("acme_a", "/x"), text("acme_a", "/y"), text("acme_b", ""));

        assertThat(DiffText.of(diff))
                .contains("  acme_a: 2 texts\n  acme_b: 1 text\n  (-Dtoolsmith.texts=true shows them)\n")
                .doesNotContain("description of");
        assertThat(DiffText.of(diff, TextChanges.ALL))
                .contains("    - the description of /y is another\n")
                .doesNotContain("toolsmith.texts");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(DiffText.of(Diffs.of())).isEqualTo("acme, from Acme 1.0 to Acme 2.0: nothing changed\n");
    }
}
