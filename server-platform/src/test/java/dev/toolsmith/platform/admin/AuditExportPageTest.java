package dev.toolsmith.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditExportPageTest {

    private static final String EXPORT = "/admin/audit/export?format=jsonl";

    @Test
    void exportsTakeTurnsWithThoseOfThePrograms(@TempDir Path folder) {
        try (Site site = new Site(folder)) {
            Browser browser = site.signedIn();
            assertThat(browser.get(EXPORT).statusCode()).isEqualTo(200);
            assertThat(site.exports.drainPermits()).isEqualTo(2);
            assertThat(browser.get(EXPORT).statusCode()).isEqualTo(429);
            site.exports.release();
            assertThat(browser.get(EXPORT).statusCode()).isEqualTo(200);
            assertThat(browser.get(EXPORT).statusCode()).isEqualTo(200);
        }
    }
}
