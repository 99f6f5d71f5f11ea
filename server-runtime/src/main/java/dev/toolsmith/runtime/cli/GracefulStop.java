package dev.toolsmith.runtime.cli;

/** Ends a service when the process is asked to end, before the process does. */
public final class GracefulStop implements Runnable {

    /** What ends a service. */
    public interface Ending {

        /** Lets what is in flight end. */
        void end() throws InterruptedException;
    }

    private final Ending ending;
    private final Thread hook = new Thread(this, "graceful-stop");

    private GracefulStop(Ending ending) {
        this.ending = ending;
    }

    /** Sees to it that a service is ended on SIGTERM and SIGINT, and that the process then exits with 0. */
    public static GracefulStop arrange(Ending ending) {
        GracefulStop stop = new GracefulStop(ending);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Takes the arrangement back, when the service has ended by itself. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being ended already, and the hook sees to that.
        }
    }

    @Override
    public void run() {
        try {
            ending.end();
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
