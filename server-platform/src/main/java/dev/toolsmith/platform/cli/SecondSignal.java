package dev.toolsmith.platform.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Ends a process that is ending at once when it is asked to end again. The Java machine by itself would wait for the first
 * ending. What it offers for that is in a module that compilers warn of, so it is looked up by name.
 */
final class SecondSignal {

    private static final int ENDED_BY_SIGNAL = 143;

    private SecondSignal() {}

    /** From now on SIGTERM and SIGINT end the process without waiting for anything, where the system has such signals. */
    static void endsAtOnce() {
        try {
            handle("TERM");
            handle("INT");
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // This machine keeps its signals to itself (-Xrs, or another vendor's): the first ending goes on as before.
            return;
        }
    }

    private static void handle(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ending = Proxy.newProxyInstance(
                SecondSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
                    return null;
                });
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ending);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("Signal " + name + " is not to be had", e);
        }
    }
}
