package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.web.SilentSenders;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SilentFormsTest {

    @Test
    void strangersWhoSendNoFormKeepNobodyOut(@TempDir Path folder) throws Exception {
        try (Site site = new Site(folder);
                SilentSenders strangers = new SilentSenders(
                        URI.create(site.origin()).getPort(), 300, List.of("/admin/sign-in", "/admin/setup"))) {
            assertThat(strangers.number()).isEqualTo(300);
            assertThat(site.signedIn().get("/admin/connections").statusCode()).isEqualTo(200);
        }
    }
}
