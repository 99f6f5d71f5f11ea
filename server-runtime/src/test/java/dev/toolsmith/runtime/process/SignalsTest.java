package dev.toolsmith.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class SignalsTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalThatComesIsAnswered() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        assertThat(Signals.on("CONT", came::countDown)).isTrue();
        Process kill = new ProcessBuilder(
                        "kill", "-CONT", Long.toString(ProcessHandle.current().pid()))
                .start();

        assertThat(kill.waitFor()).isZero();
        assertThat(came.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSignalThatIsNoneIsNotToBeHad() {
        assertThat(Signals.on("NOSUCH", () -> {})).isFalse();
    }
}
