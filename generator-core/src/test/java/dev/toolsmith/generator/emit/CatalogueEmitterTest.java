package dev.toolsmith.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueEmitterTest {

    private final ToolCatalog catalog = Tools.catalog(
            Tools.get("notes_get", "/notes/{id}", new PathArgument("id", "id", "simple", false)),
            Tools.get("list_notes", "/notes"));
    private final List<SourceFile> files = new CatalogueEmitter().emit(catalog).toList();

    @Test
    void aListedToolHasExactlyTheMembersOfAFinishedOne() {
        assertThat(files.get(0).path()).isEqualTo("META-INF/toolsmith/acme/catalogue.json");
        assertThat(files.get(0).text().lines().toList())
                .containsExactly(
                        "[",
                        "{\"name\":\"list_notes\",\"title\":\"Title of list_notes\",\"description\":\"What list_notes"
                                + " does.\",\"inputSchema\":{\"type\":\"object\",\"properties\":{}},\"annotations\":{"
                                + "\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true,"
                                + "\"openWorldHint\":false}},",
                        "{\"name\":\"notes_get\",\"title\":\"Title of notes_get\",\"description\":\"What notes_get"
                                + " does.\",\"inputSchema\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":"
                                + "\"string\"}}},\"annotations\":{\"readOnlyHint\":true,\"destructiveHint\":false,"
                                + "\"idempotentHint\":true,\"openWorldHint\":false}}",
                        "]");
    }

    @Test
    void anIndexRowSaysWhereTheToolStandsInTheCatalogue() throws IOException {
        byte[] catalogue = files.get(0).bytes();
        for (JsonNode row : Tools.JSON.readTree(files.get(1).text()).path("tools")) {
            String slice = new String(
                    catalogue, row.path("offset").asInt(), row.path("length").asInt(), StandardCharsets.UTF_8);
            assertThat(Tools.json(slice).path("name")).isEqualTo(row.path("name"));
        }
    }

    @Test
    void anIndexRowLeavesOutWhatDoesNotApply() throws IOException {
        assertThat(Tools.JSON.readTree(files.get(1).text()).path("tools").get(0).toString())
                .isEqualTo("{\"name\":\"list_notes\",\"method\":\"GET\",\"path\":\"/notes\",\"kind\":\"get\",\"class\":"
                        + "\"read\",\"tags\":[\"things\",\"other\"],\"tag\":\"things\",\"reads\":true,\"scopes\":["
                        + "\"thing:read\"],\"scopesKnown\":true,\"offset\":2,\"length\":241}");
    }
}
