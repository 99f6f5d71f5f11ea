package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip that people download. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

    @TempDir
    private Path folder;

    @Test
    void whatIsUnpackedHoldsAllThatAnOperatorNeedsAndRuns() throws IOException {
        unpack();
        Path server = folder.resolve("attio-mcp-server");
        List<String> command =
                List.of(server.resolve("bin/attio-mcp-server").toString(), "call", "list_all_attio_me", "--sandbox");

        CommandRun run = CommandRun.of(command, Map.of("TOOLSMITH_CACHE", "none"), "");

        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.out()).contains("\"active\":true");
        assertThat(server).isDirectoryContaining("glob:**/README.md").isDirectoryContaining("glob:**/LICENSE");
        assertThat(server.resolve("attio-mcp-server.service"))
                .content()
                .contains("ExecStart=/opt/attio-mcp-server/bin/attio-mcp-server http");
    }

    private void unpack() throws IOException {
        try (Stream<Path> files = Files.list(Product.jar().resolveSibling("."))) {
            Path zip = files.filter(file -> file.getFileName().toString().matches("attio-mcp-server-\\d.*\\.zip"))
                    .findFirst()
                    .orElseThrow();
            URI uri = URI.create("jar:" + zip.toUri().normalize());
            try (FileSystem packed = FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"))) {
                copy(packed.getPath("/"));
            }
        }
    }

    private void copy(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path target = folder.resolve(root.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
                }
            }
        }
    }
}
