package dev.toolsmith.runtime.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Answers signals of the operating system. What the Java machine offers for that is in a module that compilers warn of, so
 * it is looked up by name.
 */
public final class Signals {

    private Signals() {}

    /**
     * From now on does something whenever a signal comes, in place of what was done before.
     *
     * @param name the signal without its prefix, such as {@code HUP}
     * @return false where the system has no such signal, or the machine keeps its signals to itself ({@code -Xrs}, or
     *     another vendor's): everything stays as it was
     */
    public static boolean on(String name, Runnable action) {
        try {
            handle(name, action);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void handle(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object handling = Proxy.newProxyInstance(
                Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    action.run();
                    return null;
                });
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("Signal " + name + " is not to be had", e);
        }
    }
}
