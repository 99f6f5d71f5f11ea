package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.web.SilentSenders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SilentSendersTest {

    @Test
    void strangersWhoSendNoBodyKeepNobodyFromManaging(@TempDir Path folder) throws Exception {
        try (ApiRig api = new ApiRig(folder);
                SilentSenders strangers = new SilentSenders(api.port(), 300, List.of("/api/v1/setup"))) {
            assertThat(strangers.number()).isEqualTo(300);
            api.get("/api/v1/connections").must(200);
            api.send("POST", "/api/v1/connections", "{}").must(400);
        }
    }
}
