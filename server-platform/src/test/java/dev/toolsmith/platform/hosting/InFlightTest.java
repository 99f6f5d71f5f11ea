package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What an operator changes takes effect for calls that the API has already got. */
class InFlightTest {

    private static final int ROUNDS = 40;

    @TempDir
    private Path folder;

    /** The ways to shut a caller out. */
    enum Change {
        DELETE {
            @Override
            void make(Hosting hosting, HostedServer server) {
                hosting.servers.delete(Hosting.ACTOR, server.connectionId(), server.id());
            }
        },
        NARROW {
            @Override
            void make(Hosting hosting, HostedServer server) {
                change(
                        hosting,
                        server,
                        was -> with(was, narrowed(), was.expiresAt().isPresent() ? 1 : 0));
            }
        },
        EXPIRE {
            @Override
            void make(Hosting hosting, HostedServer server) {
                change(hosting, server, was -> with(was, was.config(), 100));
                hosting.clock.move(Duration.ofSeconds(100));
            }
        },
        PAUSE {
            @Override
            void make(Hosting hosting, HostedServer server) {
                hosting.servers.pause(Hosting.ACTOR, server.connectionId(), server.id());
            }
        },
        ROLL {
            @Override
            void make(Hosting hosting, HostedServer server) {
                hosting.servers.roll(Hosting.ACTOR, server.connectionId(), server.id(), Duration.ZERO);
            }
        },
        ASK_FOR_API_TOKEN {
            @Override
            void make(Hosting hosting, HostedServer server) {
                ServerConfig asking =
                        new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, true, Optional.empty());
                change(hosting, server, was -> with(was, asking, 0));
            }
        },
        PAUSE_CONNECTION {
            @Override
            void make(Hosting hosting, HostedServer server) {
                hosting.connections.pause(Hosting.ACTOR, server.connectionId());
            }
        },
        DELETE_CONNECTION {
            @Override
            void make(Hosting hosting, HostedServer server) {
                hosting.connections.delete(Hosting.ACTOR, server.connectionId());
            }
        };

        abstract void make(Hosting hosting, HostedServer server);

        private static void change(Hosting hosting, HostedServer server, UnaryOperator<HostedServer> change) {
            hosting.servers.change(Hosting.ACTOR, server.connectionId(), server.id(), change);
        }

        private static ServerConfig narrowed() {
            return new ServerConfig(List.of(), List.of("deals"), List.of(), List.of(), false, false, Optional.empty());
        }

        private static HostedServer with(HostedServer was, ServerConfig config, int seconds) {
            return new HostedServer(
                    was.id(),
                    was.connectionId(),
                    was.name(),
                    config,
                    was.paused(),
                    was.createdBy(),
                    was.createdAt(),
                    was.updatedAt(),
                    seconds == 0
                            ? Optional.empty()
                            : Optional.of(was.createdAt().plusSeconds(seconds)));
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void noResultIsToldAfterTheChangeWasAcknowledged(Change change) throws Exception {
        try (Hosting hosting = new Hosting(folder)) {
            Connection connection = hosting.connected();
            for (int round = 0; round < ROUNDS; round++) {
                if (hosting.connections.current(connection.id()).isEmpty()) {
                    connection = hosting.connected();
                } else if (!hosting.connections.get(connection.id()).state().sends()) {
                    connection = hosting.connections.resume(Hosting.ACTOR, connection.id());
                }
                round(hosting, connection, change);
            }
            assertThat(hosting.stub.calls()).hasSize(ROUNDS);
            assertThat(hosting.faults).isEmpty();
        }
    }

    private static void round(Hosting hosting, Connection connection, Change change) throws Exception {
        HostedServers.Issued server = hosting.server(connection, ServerConfig.everything());
        CountDownLatch arrived = hosting.stub.hold();
        CompletableFuture<Client.Got> answer =
                new Client(hosting.url(server.token())).calling("crm_list_companies", "{}");
        arrived.await();

        change.make(hosting, server.server());
        hosting.stub.release();
        Client.Got got = Client.got(answer);

        assertThat(got.code()).isEqualTo("revoked_in_flight");
        assertThat(got.text()).doesNotContain("\\\"ok\\\"");
        List<JsonNode> rows = hosting.trailOf(server.server().id()).stream()
                .filter(row -> row.at("/kind").stringValue().startsWith("call."))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).at("/kind").stringValue()).isEqualTo("call.intent");
        assertThat(rows.get(1).at("/kind").stringValue()).isEqualTo("call.outcome");
        assertThat(rows.get(1).at("/reason").stringValue()).isEqualTo("revoked_in_flight");
        assertThat(rows.get(1).at("/upstream_status").intValue()).isEqualTo(200);
    }

    @Test
    void aBatchThatWasPartlyDoneIsNotToldAfterItsServerWasDeleted() throws Exception {
        try (Hosting hosting = new Hosting(folder)) {
            HostedServers.Issued server = hosting.server();
            CountDownLatch deals = new CountDownLatch(1);
            hosting.stub.answering(got -> {
                if (got.path().equals("/deals")) {
                    CrmStub.await(deals);
                }
                return new CrmStub.Reply(200, "{\"ok\":true}");
            });
            String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}";
            String batch = "[" + call.formatted("crm_list_companies") + "," + call.formatted("crm_list_deals") + "]";
            Client client = new Client(hosting.url(server.token()));

            CompletableFuture<Client.Got> answer = client.sending(batch);
            Hosting.waitUntil(
                    "the first call's outcome",
                    () -> hosting.trailOf(server.server().id()).stream()
                            .anyMatch(row -> row.at("/kind").stringValue().equals("call.outcome")));
            Change.DELETE.make(hosting, server.server());
            deals.countDown();
            Client.Got got = Client.got(answer);

            assertThat(got.status()).isEqualTo(404);
            assertThat(got.text()).contains("withheld").doesNotContain("isError");
        }
    }

    @Test
    void aReadIsNotSentAgainAfterItsServerWasPaused() throws Exception {
        try (Hosting hosting = new Hosting(folder)) {
            HostedServers.Issued server = hosting.server();
            hosting.stub.answering(got -> {
                Change.PAUSE.make(hosting, server.server());
                return new CrmStub.Reply(503, "{}");
            });

            Client.Got got = new Client(hosting.url(server.token())).call("crm_list_companies", "{}");

            assertThat(got.code()).isEqualTo("revoked_in_flight");
            assertThat(got.toolText()).endsWith("Nothing more was sent.");
            assertThat(hosting.stub.calls()).hasSize(1);
            assertThat(hosting.trailOf(server.server().id()))
                    .last()
                    .satisfies(
                            row -> assertThat(row.at("/reason").stringValue()).isEqualTo("revoked_in_flight"));
        }
    }
}
