package dev.toolsmith.runtime.account;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes faults on, each kind of them once: what fails with one call fails with the next as well. */
final class Faults {

    private static final int MOST_KINDS = 100;

    private final Consumer<Throwable> log;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Faults(Consumer<Throwable> log) {
        this.log = log;
    }

    void tell(Throwable fault) {
        @Nullable Throwable inner = fault instanceof CompletionException ? fault.getCause() : fault;
        Throwable cause = inner == null ? fault : inner;
        StackTraceElement[] stack = cause.getStackTrace();
        String kind = cause.getClass().getName() + (stack.length == 0 ? "" : " " + stack[0]);
        if (told.size() < MOST_KINDS && told.add(kind)) {
            try {
                log.accept(cause);
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
