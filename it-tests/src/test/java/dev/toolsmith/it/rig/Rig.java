package dev.toolsmith.it.rig;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Stub, product and driver of one scenario, set up with accounts and servers. */
final class Rig implements AutoCloseable {

    private final Stub stub;
    private final Hosted hosted;
    private final CallLog log = new CallLog();
    private final List<Endpoint> endpoints;

    private Rig(Stub stub, Hosted hosted, List<Endpoint> endpoints) {
        this.stub = stub;
        this.hosted = hosted;
        this.endpoints = endpoints;
    }

    /** A product with so many workspaces connected, and a server of each. */
    static Rig with(int workspaces, Path folder, String... jvm) {
        return startedBy(List.of(), workspaces, folder, jvm);
    }

    /** The same, by way of a command before the JVM's. */
    static Rig startedBy(List<String> launcher, int workspaces, Path folder, String... jvm) {
        Stub stub = Stub.start();
        try {
            Hosted hosted = Hosted.startedBy(launcher, folder.resolve("data"), stub, jvm);
            try {
                return new Rig(stub, hosted, hosted.management().endpoints(workspaces));
            } catch (RuntimeException | Error e) {
                hosted.close();
                throw new AssertionError(hosted.log(), e);
            }
        } catch (RuntimeException | Error e) {
            stub.close();
            throw e;
        }
    }

    /** A product that serves the bundle of a jar in the place of its own. */
    static Rig serving(int workspaces, Path folder, Path jar) {
        Stub stub = Stub.start();
        try {
            List<String> options =
                    List.of("--bundle", jar.toString(), "--base-url", stub.baseUrl(), "--schemas", "published");
            Hosted hosted = Hosted.with(folder.resolve("data"), options, Map.of());
            return new Rig(stub, hosted, hosted.management().endpoints(workspaces));
        } catch (RuntimeException | Error e) {
            stub.close();
            throw e;
        }
    }

    Stub stub() {
        return stub;
    }

    Hosted hosted() {
        return hosted;
    }

    CallLog log() {
        return log;
    }

    /** One server of each workspace, where it listens now. */
    List<Endpoint> endpoints() {
        return endpoints.stream().map(endpoint -> endpoint.at(hosted.base())).toList();
    }

    /** The server of one workspace, counted from 0 and around. */
    Endpoint endpoint(int index) {
        return endpoints.get(index % endpoints.size()).at(hosted.base());
    }

    /** One call by a client of its own. */
    Call call(Endpoint endpoint, Tool tool) {
        try (Client client = new Client(log)) {
            return client.call(endpoint, tool);
        }
    }

    /** Calls again until a call goes well. */
    void awaitResult(Endpoint endpoint) {
        try (Client client = new Client(log)) {
            Waiting.until(() -> client.call(endpoint, Tool.READ).answer().isResult(), "a call that goes well");
        }
    }

    Management management() {
        return hosted.management();
    }

    /** Clients that stay below every workspace's quotas of 100 reads and 25 writes a second. */
    Driver driver(int clients) {
        double clientsOfOne = Math.max(1.0, (double) clients / endpoints.size());
        return new Driver(log, clients, 80 / clientsOfOne);
    }

    /** The trail, once no call is under way any more. */
    AuditTrail settled() {
        Waiting.until(
                () -> {
                    AuditTrail trail = management().trail();
                    Set<String> outcomes = trail.callIds(AuditEntry::isOutcome);
                    return outcomes.containsAll(trail.callIds(AuditEntry::isIntent));
                },
                "the outcome of every intent");
        return management().trail();
    }

    /** A ledger of everything so far, once no call is under way any more. */
    Ledger ledger() {
        AuditTrail trail = settled();
        return new Ledger(log.calls(), stub.journal(), trail);
    }

    /** A ledger of everything, of a process that has ended. */
    Ledger ledgerOfEnded() {
        return new Ledger(log.calls(), stub.journal(), hosted.offlineTrail());
    }

    /** Ends the product in peace; the trail is whole, and no secret is in any output. */
    void finish() {
        String exported = management().exported();
        int exit = hosted.terminate();
        if (exit != 0) {
            throw new AssertionError("Ended with " + exit + " after SIGTERM:\n" + hosted.log());
        }
        hosted.verifyTrail();
        secretsStayedInside(exported);
    }

    /** No secret is in the log, the trail, an answer or a file. */
    void secretsStayedInside(String exported) {
        Canaries canaries = canaries().notIn(hosted.log(), "the log").notIn(exported, "the trail");
        log.calls().forEach(call -> canaries.notIn(call.answer().body(), "the answer of " + call.marker()));
        canaries.notInFilesOf(hosted.data());
    }

    private Canaries canaries() {
        return new Canaries()
                .with(endpoints.stream()
                        .flatMap(endpoint -> Stream.of(endpoint.token(), Workspace.key(endpoint.workspace())))
                        .toList())
                .with(List.of(hosted.apiToken()));
    }

    @Override
    public void close() {
        hosted.close();
        stub.close();
    }
}
