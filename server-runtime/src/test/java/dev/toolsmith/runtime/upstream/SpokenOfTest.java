package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenOfTest {

    private static final List<String> TAGS = List.of(
            "attributes",
            "companies",
            "entries",
            "lists",
            "members",
            "notes",
            "people",
            "records",
            "workspace members",
            "workspaces");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There is no record 7 of companies. | companies",
                "There is no record 7 of people. | people",
                "There is no record with this id in companies. | records",
                "There is no company with this id | companies",
                "Nothing that {\"type\":\"workspace-member\"} names | workspace members",
                "Could not find Workspace_Member | workspace members",
                "No such workspace | workspaces",
            })
    void aNounIsMeantInEitherNumberAndOfSeveralAtOnePlaceTheLongest(String words, String tag) {
        assertThat(SpokenOf.tag(words, TAGS)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "There is no attribute \"x\" on companies | attributes",
                "There is no attribute x on companies. | attributes",
                "Cannot find attribute with slug/ID \"notes\". | attributes",
                "There is no list \"people\" | lists",
                "There is no list 'people' | lists",
                "The attribute team names a record of people with \"a@companies.co\" | people",
                "The parent_record_id is of nothing | records",
                "The company's list `people` is not there | companies",
                "No entry 7f on the list companies | entries",
                "The attribute owner of companies is unknown | attributes",
                "There is no record 7f00-11 of Workspace-Members | workspace members",
                "Nothing that {\"target_object\":\"companies\",\"name\":\"people\"} names | companies",
            })
    void theFirstNounIsMeantAndNotWhatIsQuoted(String words, String tag) {
        assertThat(SpokenOf.tag(words, TAGS)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is no \"companies\"",
                "Nobody is called companies@x.co",
                "Nobody is called a@companies.co or b@x.companies",
                "Nothing at companies.example",
            })
    void whatSomebodySaidIsNoNoun(String words) {
        assertThat(SpokenOf.tag(words, TAGS)).isEmpty();
    }

    @Test
    void partsOfWordsAreNoNames() {
        assertThat(SpokenOf.tag("The listing of (recorded) things failed.", TAGS))
                .isEmpty();
        assertThat(SpokenOf.tag("", List.of("", "a.b"))).isEmpty();
        assertThat(SpokenOf.tag("axb", List.of("a.b"))).isEmpty();
    }
}
