package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenOfTest {

    private static final List<String> TAGS =
            List.of("companies", "lists", "members", "people", "records", "workspace members", "workspaces");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There is no record 7 of companies. | companies",
                "There is no record 7 of people. | people",
                "There is no company with this id | companies",
                "Nothing that {\"type\":\"workspace-member\"} names | workspace members",
                "Could not find Workspace_Member | workspace members",
                "No such workspace | workspaces",
            })
    void whatIsNamedInFullIsMeantAndOfSeveralTheLongest(String words, String tag) {
        assertThat(SpokenOf.tag(words, TAGS)).contains(tag);
    }

    @Test
    void partsOfWordsAreNoNames() {
        assertThat(SpokenOf.tag("The listing of (recorded) things failed.", TAGS))
                .isEmpty();
        assertThat(SpokenOf.tag("", List.of("", "a.b"))).isEmpty();
        assertThat(SpokenOf.tag("axb", List.of("a.b"))).isEmpty();
    }
}
