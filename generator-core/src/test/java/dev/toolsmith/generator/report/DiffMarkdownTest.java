package dev.toolsmith.generator.report;

import static dev.toolsmith.generator.report.Diffs.narrowed;
import static dev.toolsmith.generator.report.Diffs.ofAllTools;
import static dev.toolsmith.generator.report.Diffs.shared;
import static dev.toolsmith.generator.report.Diffs.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffMarkdownTest {

    @Test
    void tellsTheChangesByLevelAndTool() {
        assertThat(DiffMarkdown.of(Diffs.of(narrowed("acme_put"), ofAllTools(), text("acme_a", "/x"))))
                .isEqualTo("""
                        # Changes of the tools of acme

                        From Acme 1.0 to Acme 2.0: 3 changes: 1 breaking, 1 risky, 0 safe, 1 text-only.

                        ## Breaking (1)

                        This means: calls that were right are refused, or their tool is gone.

                        ### `acme_put`

                        - /data/tags/\\* of acme\\_put takes only a and b (`argument-narrowed` `/data/tags/*` at `acme.yaml#/paths/~1acme_put/get`)

                        ## Risky (1)

                        This means: calls stay right, but may do something else, need another permission, or be answered otherwise.

                        ### All tools

                        - requests go to https:&#8203;//b.example instead of https:&#8203;//a.example (`base-url-changed`)

                        ## Text-only (1)

                        This means: only what people or models read is another.

                        - `acme_a`: 1 text
                        """);
    }

    @Test
    void tellsOnceWhatManyToolsHaveInCommon() {
        assertThat(DiffMarkdown.of(Diffs.of(shared(6))))
                .contains("### 6 tools: `tool_1`, `tool_2`, `tool_3`, `tool_4` and 2 more\n")
                .contains("at `acme.yaml#/paths/~1tool_1/get` and 5 more places)\n")
                .doesNotContain("tool_5");
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(DiffMarkdown.of(Diffs.of())).endsWith("From Acme 1.0 to Acme 2.0: nothing changed.\n");
    }
}
