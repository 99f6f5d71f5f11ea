package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that builds and serves: what it can refuse it refuses before it builds. */
@Timeout(60)
class ServeScriptIT {

    @ParameterizedTest
    @CsvSource({
        "8090, There is no use for \"8090\" here.",
        "--port x, '--port is a number from 0 to 65535, not \"x\".'",
        "--port=70000, '--port is a number from 0 to 65535, not \"70000\".'",
        "--engine sdk 8090, There is no use for \"8090\" here.",
        "--port, --port needs a value."
    })
    void whatCannotBeMeantIsRefused(String typed, String told) throws Exception {
        assertRefused(told, typed.split(" ", -1));
    }

    @Test
    void aPortThatIsTakenIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused("Something listens on port " + port + " already.", "--port", port);
        }
    }

    private static void assertRefused(String told, String... args) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "There is no bash here");
        List<String> command = new ArrayList<>(
                List.of("/bin/bash", Product.repository().resolve("serve").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isEqualTo(2);
        assertThat(out).startsWith(told + "\n").contains("./serve --port 8090").doesNotContain("Building");
    }
}
