package dev.toolsmith.maven.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.write.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PinnedFileTest {

    private static final int MODULES = 4;
    private static final int FILES = 10;

    @TempDir
    private Path folder;

    @Test
    void modulesThatAreBuiltTogetherLoseNoLineOfASharedLock() throws Exception {
        CyclicBarrier together = new CyclicBarrier(MODULES);
        ExecutorService threads = Executors.newFixedThreadPool(MODULES);
        try {
            List<Future<?>> modules = new ArrayList<>();
            for (int module = 0; module < MODULES; module++) {
                String name = "module" + module + "-";
                modules.add(threads.submit(() -> {
                    for (int i = 0; i < FILES; i++) {
                        together.await(60, TimeUnit.SECONDS);
                        replace(name + i + ".yaml");
                    }
                    return name;
                }));
            }
            for (Future<?> module : modules) {
                module.get(120, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        for (int module = 0; module < MODULES; module++) {
            for (int i = 0; i < FILES; i++) {
                String name = "module" + module + "-" + i + ".yaml";
                assertThat(new PinnedFile(folder.resolve(name)).isAsDownloaded())
                        .as(name)
                        .isTrue();
            }
        }
    }

    private void replace(String name) throws FetchFault {
        byte[] content = name.getBytes(StandardCharsets.UTF_8);
        new PinnedFile(folder.resolve(name))
                .replace(
                        content,
                        new PinnedSpec(
                                name,
                                URI.create("https://api.example.com/" + name),
                                Instant.EPOCH,
                                Sha256.of(content),
                                content.length,
                                Optional.empty(),
                                Optional.empty()));
    }
}
