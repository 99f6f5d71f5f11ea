package dev.toolsmith.attio.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.runtime.context.UnknownContextException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptValuesTest {

    private static final Owner LIST =
            new Owner(Kind.LISTS, "6f1c8d6e-3b7a-4f5d-9a53-0d3f6a1c2b4d", "inbound", List.of("Inbound"), List.of());

    @Test
    void aStatusIsFoundByItsTitleExactlyAndThenInAnyCase() {
        List<String> titles = List.of("won", "Won", "Lost");

        assertThat(PromptValues.status("Won", LIST, titles)).isEqualTo("Won");
        assertThat(PromptValues.status("LOST ", LIST, titles)).isEqualTo("Lost");
    }

    @Test
    void aListWithoutStatusesIsSaidToHaveNone() {
        assertThatThrownBy(() -> PromptValues.status("Won", LIST, List.of()))
                .isInstanceOf(UnknownContextException.class)
                .hasMessage("The list \"inbound\" has no statuses. Leave out the argument \"status\", or name another"
                        + " list.");
    }

    @Test
    void ofManyNamesTheFirstAreTold() {
        List<String> titles =
                IntStream.range(0, 30).mapToObj(i -> "Step\u0007 " + i).toList();

        assertThatThrownBy(() -> PromptValues.status("Zzzzzzzz", LIST, titles))
                .hasMessageStartingWith(
                        "There is no status \"Zzzzzzzz\" on the list \"inbound\". There are: Step 0, Step 1,")
                .hasMessageEndingWith("Step 19 and 10 more.");
        assertThatThrownBy(() -> PromptValues.list("x", List.of()))
                .hasMessage("There is no list \"x\". There are none.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@example.com",
                "Jane <jane@example.co.uk>",
                "https://example.com/about",
                "a.io",
                "m\u00fcller.de"
            })
    void aLeadHasAnAddressOrADomain(String lead) {
        assertThatCode(() -> PromptValues.require("lead", lead)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "jane@", "the big one.", "e.g. Acme", "@.", ". com"})
    void aLeadWithoutOneIsRefused(String lead) {
        assertThatThrownBy(() -> PromptValues.require("lead", lead))
                .isInstanceOf(UnknownContextException.class)
                .hasMessageContaining("jane@example.com");
    }
}
