package dev.toolsmith.attio.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.context.Completion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlugCompletionTest {

    private static List<SlugCompletion.Named> named(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SlugCompletion.Named("slug_" + i, List.of("Title " + i, "The slug " + i)))
                .toList();
    }

    @Test
    void allMatchesAreCountedAlsoWhereNotAllAreTold() {
        Completion completion = SlugCompletion.completion(named(250), "slug");

        assertThat(completion.values()).hasSize(100).startsWith("slug_0", "slug_1");
        assertThat(completion.total()).isEqualTo(250);
        assertThat(completion.hasMore()).isTrue();
    }

    @Test
    void slugsComeBeforeTitlesAndEachOnce() {
        List<SlugCompletion.Named> all = List.of(
                new SlugCompletion.Named("a", List.of("Sales")),
                new SlugCompletion.Named("old_sales", List.of("Sales of old")),
                new SlugCompletion.Named("sales", List.of("Sales")));

        assertThat(SlugCompletion.completion(all, "SALES").values()).containsExactly("sales", "old_sales", "a");
    }
}
