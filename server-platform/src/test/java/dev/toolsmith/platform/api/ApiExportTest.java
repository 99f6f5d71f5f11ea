package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import dev.toolsmith.platform.audit.AuditEvent;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ApiExportTest {

    private static final int ROWS = 4_000;
    private static final String LONG = "x".repeat(4_000);

    @TempDir
    Path folder;

    @Test
    void slowReadersOfTheTrailHoldUpOnlyOneAnother() throws Exception {
        try (ApiRig api = new ApiRig(folder)) {
            fill(api);
            try (Socket one = slowExport(api);
                    Socket two = slowExport(api)) {
                assertThat(one.isConnected() && two.isConnected()).isTrue();
                Got third = api.get("/api/v1/audit/export").must(429);
                assertThat(third.text("/code")).isEqualTo("too_many_exports");
                api.get("/api/v1/audit?limit=1").must(200);
                api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[\"call\"]}")
                        .must(201);
            }
            Got got = api.get("/api/v1/audit/export");
            while (got.status() == 429) {
                got = api.get("/api/v1/audit/export");
            }
            assertThat(got.must(200).body().lines().count()).isGreaterThan(ROWS);
        }
    }

    /** Makes the trail longer than what stands between a server and a client that does not read. */
    private static void fill(ApiRig api) {
        AuditEvent event = AuditEvent.change(
                Instant.now(),
                "test.filled",
                new AuditEvent.Subject("", "", "", "", "system", ""),
                Map.of("text", LONG));
        api.store
                .write(change -> {
                    for (int i = 0; i < ROWS; i++) {
                        change.append(event);
                    }
                    return true;
                })
                .join();
    }

    /** An export of which the first line only is read. */
    private static Socket slowExport(ApiRig api) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
        String request = "GET /api/v1/audit/export HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + api.token
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        assertThat(line.toString()).startsWith("HTTP/1.1 200");
        return socket;
    }
}
