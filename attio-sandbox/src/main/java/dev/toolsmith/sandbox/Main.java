package dev.toolsmith.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The command {@code attio-sandbox}: starts a sandbox and serves until it is stopped. */
public final class Main {
    private static final int DEFAULT_PORT = 8787;
    private static final String USAGE = """
            Usage: java -jar attio-sandbox.jar [--port N]

            Serves Attio's REST API from a sample workspace in memory, on 127.0.0.1.

              --port N   the port (default 8787; 0 picks a free one)
              --help     this text

            Exit codes: 0 stopped or help shown, 2 wrong arguments or port taken.
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Optional<Integer> port = port(given);
        if (port.isEmpty()) {
            fail("attio-sandbox: the arguments are [--port N] with N from 0 to 65535; try --help");
            return;
        }
        serve(port.get());
    }

    private static Optional<Integer> port(List<String> given) {
        if (given.isEmpty()) {
            return Optional.of(DEFAULT_PORT);
        }
        if (given.size() != 2 || !given.get(0).equals("--port")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(given.get(1))).filter(port -> port >= 0 && port <= 65_535);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static void serve(int port) throws InterruptedException {
        try (AttioSandbox sandbox = AttioSandbox.start(port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox), "attio-sandbox-stop"));
            greet(sandbox, System.out);
            new CountDownLatch(1).await();
        } catch (UncheckedIOException taken) {
            fail("attio-sandbox: " + taken.getMessage() + "; choose another --port");
        }
    }

    /** Ends with exit code 0, for being stopped is how this command ends. */
    private static void stop(AttioSandbox sandbox) {
        sandbox.close();
        Runtime.getRuntime().halt(0);
    }

    private static void greet(AttioSandbox sandbox, PrintStream out) {
        out.println("Base URL  " + sandbox.baseUri());
        out.println("Token     " + sandbox.token());
        out.println(
                "Try       curl -H 'Authorization: Bearer " + sandbox.token() + "' " + sandbox.baseUri() + "/v2/lists");
        out.flush();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
