package dev.toolsmith.runtime.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmTest {

    @Test
    void aTaskIsRunWhenItsTimeHasCome() {
        CompletableFuture<Boolean> run = new CompletableFuture<>();
        Runnable cancel = Alarm.CLOCK.after(TimeUnit.MILLISECONDS.toNanos(1), () -> run.complete(true));
        assertThat(run.join()).isTrue();
        cancel.run();
    }

    @Test
    void aTimeThatIsOverHasCome() {
        CompletableFuture<Boolean> run = new CompletableFuture<>();
        Runnable cancel = Alarm.CLOCK.after(-1, () -> run.complete(true));
        assertThat(run.join()).isTrue();
        cancel.run();
    }

    @Test
    void aTaskThatWasGivenUpIsLetGo() {
        Runnable[] cancel = new Runnable[1];
        WeakReference<byte[]> held = held(cancel);
        cancel[0].run();
        while (held.get() != null) {
            System.gc();
        }
        assertThat(held.get()).isNull();
    }

    private static WeakReference<byte[]> held(Runnable[] cancel) {
        byte[] large = new byte[1000];
        cancel[0] = Alarm.CLOCK.after(TimeUnit.HOURS.toNanos(1), () -> large[0]++);
        return new WeakReference<>(large);
    }
}
