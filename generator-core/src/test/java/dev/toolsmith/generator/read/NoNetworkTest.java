package dev.toolsmith.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoNetworkTest {

    @Test
    void fetchesNothingThatADescriptionRefersTo() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            for (String head : List.of("openapi: 3.0.3", "openapi: 3.1.0\njsonSchemaDialect: " + url)) {
                Reading.of(Reading.yaml("api.yaml", head + everyKindOfReference(url)));
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    private static String everyKindOfReference(String url) {
        return """

                info: {title: a, version: 1, termsOfService: URL, license: {name: x, url: URL}}
                externalDocs: {url: URL}
                servers: [{url: URL}]
                paths:
                  /a: {$ref: URL/path.yaml}
                  /b:
                    post:
                      parameters: [{$ref: URL/parameter.yaml}, {$ref: relative.yaml}]
                      requestBody: {$ref: URL/body.yaml}
                      responses: {"200": {$ref: URL/response.yaml}}
                      callbacks: {done: {$ref: URL/callback.yaml}}
                  /c:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: URL/schema.json}, examples: {a: {externalValue: URL}}}}}
                      responses: {"200": {description: OK, links: {a: {$ref: URL/link.yaml}}, headers: {X-A: {$ref: URL/header.yaml}}}}
                components:
                  schemas:
                    A: {$id: URL/schema, $schema: URL/dialect, $ref: URL/schema.json#/a}
                  securitySchemes: {s: {type: openIdConnect, openIdConnectUrl: URL}}
                """.replace("URL", url);
    }
}
