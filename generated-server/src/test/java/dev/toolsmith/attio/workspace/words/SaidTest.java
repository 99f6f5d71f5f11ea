package dev.toolsmith.attio.workspace.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {

    @Test
    void aTitleWithQuotesIsShownAsItCanBeSentBack() {
        assertThat(Said.titled("The \"big\" ones", "1")).isEqualTo("\"The \\\"big\\\" ones\"");
    }

    @Test
    void aTitleThatIsCutHasItsIdBesideIt() {
        assertThat(Said.titled("x".repeat(65), "1")).isEqualTo("\"" + "x".repeat(64) + "…\" = 1");
    }

    @Test
    void ofManyNamesTheFirstTwelveAreShown() {
        List<String> names = IntStream.range(0, 14).mapToObj(Integer::toString).toList();
        assertThat(Said.names(names)).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more");
        assertThat(Said.names(names.subList(0, 12))).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
    }

    @ParameterizedTest
    @CsvSource({"in_progress,In Progress,true", "e_mail,E-mail,true", "id,Nr,false", "stage,Deal stage,false"})
    void aTitleTellsNothingOnlyWhereTheSlugIsSpelledFromIt(String slug, String title, boolean same) {
        assertThat(Said.isSame(slug, title)).isEqualTo(same);
    }
}
