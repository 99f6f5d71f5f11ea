package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.it.Json;
import dev.toolsmith.it.OtherBundle;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A second API beside the product's own on one server: own connections, own credentials, the same rules. */
@Tag("rig")
@Timeout(300)
final class SecondApiIT {

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: "%s"}
            servers: [{url: "https://shop.example"}]
            security: [{shop_key: []}]
            components:
              securitySchemes:
                shop_key: {type: apiKey, in: header, name: X-Shop-Key}
            paths:
              /pets:
                get:
                  operationId: list_pets
                  tags: [pets]
                  responses: {"200": {description: Pets}}
                post:
                  operationId: create_pet
                  tags: [pets]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {type: object, required: [name], properties: {name: {type: string}}}
                  responses: {"200": {description: A pet}}
              /orders/{order}:
                get:
                  operationId: get_order
                  tags: [orders]
                  parameters: [{name: order, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: An order}}
            """;
    private static final String SHOP_KEY = "shop-key-8813";
    private static final String NOTE_ID = "3f2a9c1e-8b4d-4e6a-9c0f-5d7e1a2b3c4d";
    private static final String NOTE = "{\"note_id\":\"" + NOTE_ID + "\"}";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Stub attio = Stub.start();
    private final Stub shop = Stub.start();
    private Hosted hosted;
    private Path place;

    @BeforeEach
    void start() throws IOException {
        place = folder.resolve("shop.jar");
        bundle("1").moveTo(place);
        hosted = Hosted.with(folder.resolve("data"), List.of("--bundle", place.toString()), addresses());
    }

    private Map<String, String> addresses() {
        return Map.of("ATTIO_BASE_URL", attio.baseUrl(), "SHOP_BASE_URL", shop.baseUrl());
    }

    @AfterEach
    void stop() {
        hosted.close();
        attio.close();
        shop.close();
    }

    private OtherBundle bundle(String version) throws IOException {
        Path own = Files.createDirectories(folder.resolve("version-" + version));
        Path description = Files.writeString(own.resolve("shop.yaml"), SHOP.formatted(version));
        List<String> all = version.equals("1") ? List.of() : List.of("shop_list_pets", "shop_get_order");
        return OtherBundle.of(
                own, new CatalogueRequest(List.of(description), List.of(), "shop", "operationId", all, List.of()));
    }

    private String connect(String app, String key) {
        ObjectNode body = Json.object().put("app", app).put("name", app).put("api_key", key);
        return hosted.management()
                .send("POST", "/api/v1/connections", body.toString())
                .ok()
                .required("id")
                .asString();
    }

    private Endpoint server(String connectionId, String config) {
        return hosted.management().server(0, connectionId, "{\"name\":\"S\",\"config\":" + config + "}");
    }

    private Answer post(Endpoint endpoint, String method, String params) {
        URI url = endpoint.at(hosted.base()).url();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(Waiting.LONG)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}"))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return Answer.of(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError(method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private Answer call(Endpoint endpoint, String tool, String arguments) {
        return post(endpoint, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    private List<String> names(Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        Json.parse(post(endpoint, "tools/list", "{}").body())
                .at("/result/tools")
                .forEach(tool -> names.add(tool.required("name").asString()));
        return names;
    }

    @Test
    void callsReachTheirOwnApiWithTheirOwnCredential() {
        Endpoint pets = server(connect("shop", SHOP_KEY), "{}");
        Endpoint notes = server(connect("attio", Workspace.key(1)), "{}");
        assertThat(names(pets)).containsExactly("shop_create_pet", "shop_get_order", "shop_list_pets");
        assertThat(names(notes)).contains(Tool.READ.id()).doesNotContain("shop_list_pets");
        assertThat(call(pets, "shop_create_pet", "{\"name\":\"Rex\"}").isResult())
                .isTrue();
        assertThat(call(notes, Tool.READ.id(), NOTE).isResult()).isTrue();
        assertThat(call(pets, Tool.READ.id(), NOTE).kind()).isEqualTo(Answer.Kind.RPC_ERROR);
        List<Arrival> arrivals = shop.journal();
        assertThat(arrivals).singleElement().satisfies(arrival -> {
            assertThat(arrival.method() + " " + arrival.target()).isEqualTo("POST /pets");
            assertThat(arrival.head().header("X-Shop-Key")).contains(SHOP_KEY);
            assertThat(arrival.credential()).isEmpty();
        });
        assertThat(attio.journal()).allMatch(arrival -> arrival.credential().equals(Workspace.key(1)));
        assertThat(attio.journal()).anyMatch(arrival -> arrival.target().equals("/v2/notes/" + NOTE_ID));
    }

    @Test
    void restrictionsLimitsAndTheTrailApplyToIt() {
        Endpoint reading = server(connect("shop", SHOP_KEY), "{\"methods\":[\"read\"],\"calls_per_minute\":2}");
        assertThat(names(reading)).containsExactly("shop_get_order", "shop_list_pets");
        assertThat(call(reading, "shop_create_pet", "{\"name\":\"Rex\"}").kind())
                .isEqualTo(Answer.Kind.RPC_ERROR);
        assertThat(call(reading, "shop_get_order", "{\"order\":7}").code()).isEqualTo("invalid_arguments");
        assertThat(call(reading, "shop_list_pets", "{}").isResult()).isTrue();
        assertThat(call(reading, "shop_get_order", "{\"order\":\"o1\"}").isResult())
                .isTrue();
        assertThat(call(reading, "shop_list_pets", "{}").kind()).isEqualTo(Answer.Kind.TOOL_ERROR);
        assertThat(shop.journal()).hasSize(2);
        List<AuditEntry> rows = hosted.management()
                .trail()
                .where(row -> row.event().path("server_id").asString("").equals(reading.serverId()));
        assertThat(rows).filteredOn(AuditEntry::isIntent).hasSize(2);
        assertThat(rows).filteredOn(AuditEntry::isRefusal).hasSize(3);
    }

    @Test
    void aPinnedServerOutlivesANewJarAndARestart() throws IOException {
        String connection = connect("shop", SHOP_KEY);
        JsonNode versions = hosted.management().send("GET", "/api/v1/apps", "").ok();
        String digest = versions.at("/data/1/versions/0/digest").asString();
        Endpoint pinned = server(connection, "{\"pinned_version\":\"" + digest + "\"}");
        Endpoint following = server(connection, "{}");
        bundle("2").moveTo(place);
        Waiting.until(() -> !names(following).contains("shop_create_pet"), "the new version");
        assertThat(names(pinned)).contains("shop_create_pet");
        assertThat(hosted.terminate()).isZero();
        hosted.start();
        assertThat(names(following)).doesNotContain("shop_create_pet");
        assertThat(call(pinned, "shop_create_pet", "{\"name\":\"Rex\"}").isResult())
                .isTrue();
        hosted.verifyTrail();
    }
}
