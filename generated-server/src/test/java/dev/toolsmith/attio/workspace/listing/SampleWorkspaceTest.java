package dev.toolsmith.attio.workspace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.toolsmith.attio.ListedTool;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.attio.workspace.KnownWorkspace;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.sandbox.AttioSandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The listed tools with the sandbox's sample workspace. */
class SampleWorkspaceTest {

    private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private final AttioSandbox sandbox = AttioSandbox.start(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger reads = new AtomicInteger();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private CompletableFuture<ToolResult> read(String tool, ObjectNode arguments) {
        reads.incrementAndGet();
        String path = KnownWorkspace.tool(tool).descriptor().path();
        for (String name : List.of("target", "identifier", "attribute")) {
            path = path.replace("{" + name + "}", arguments.path(name).asString(""));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + path + "?show_archived=true"))
                .header("Authorization", "Bearer " + sandbox.token())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> ToolResult.of(answer.body()));
    }

    private Listing listing() throws Exception {
        return new KnownAccounts(new AttioWorkspaces(), key -> {})
                .of("sample", this::read)
                .listed(KnownWorkspace.TOOLS)
                .get(1, TimeUnit.MINUTES);
    }

    @Test
    void oneListingIsEnoughToTellAllAndModelsCanAffordIt() throws Exception {
        Listing listing = listing();

        assertThat(listing.meta()).isEmpty();
        assertThat(reads.get()).isLessThanOrEqualTo(14);
        String text = "[" + new String(listing.tools().bytes(), StandardCharsets.UTF_8) + "]";
        Map<String, Integer> tokens = new TreeMap<>();
        for (JsonNode tool : JsonTree.read(text.getBytes(StandardCharsets.UTF_8))) {
            String name = tool.path("name").asString();
            tokens.put(
                    name,
                    O200K.countTokensOrdinary(name + "\n"
                            + tool.path("description").asString() + "\n" + JsonTree.text(tool.path("inputSchema"))));
        }
        List<String> core = ListedTool.core(tokens.keySet());
        assertThat(core).hasSize(97);
        assertThat(core.stream().mapToInt(tokens::get).sum()).isBetween(15_000, 25_999);
    }

    @Test
    void theSameWorkspaceIsListedInTheSameBytes() throws Exception {
        assertThat(listing().tools().bytes()).isEqualTo(listing().tools().bytes());
    }
}
