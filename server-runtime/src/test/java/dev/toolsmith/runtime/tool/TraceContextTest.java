package dev.toolsmith.runtime.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @Test
    void readsTheTraceAndTheClientsStepInIt() {
        assertThat(TraceContext.of("00-" + TRACE + "-" + PARENT + "-01")).isEqualTo(new TraceContext(TRACE, PARENT));
    }

    @Test
    void readsWhatALaterVersionAppends() {
        assertThat(TraceContext.of("cc-" + TRACE + "-" + PARENT + "-01-more"))
                .isEqualTo(new TraceContext(TRACE, PARENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00-4bf92f3577b34da6a3ce929d0e0e473\n-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
            })
    void takesWhatIsNotOfTheFormForNothing(String traceparent) {
        assertThat(TraceContext.of(traceparent)).isEqualTo(TraceContext.NONE);
    }
}
