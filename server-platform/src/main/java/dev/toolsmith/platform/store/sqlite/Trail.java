package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditChain;
import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditHead;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The end of the trail, on the writer's connection: chains what is appended, and signs the head. What it remembers is
 * read anew when a commit failed, or when another process has written.
 */
final class Trail {

    /** A place that an undone change goes back to. */
    record Mark(long sequence, String hash, int moves) {}

    /** An intent (a sequence) or an outcome (0) of a call. */
    private record Move(String callId, long sequence) {}

    private final Prepared insert;
    private final Prepared update;
    private final Prepared version;
    private final StoredTrail stored;
    private final Map<String, Long> open = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private @Nullable UnaryOperator<byte[]> key;
    private long sequence;
    private String hash = AuditChain.GENESIS;
    private long signed;
    private long dataVersion = -1;

    Trail(Connection connection) {
        this.stored = new StoredTrail(connection);
        this.insert =
                new Prepared(connection, "INSERT INTO audit (sequence, body, previous, hash) VALUES (?, ?, ?, ?)");
        this.update = new Prepared(
                connection,
                "INSERT INTO audit_head (one, sequence, hash, open_from, mac)"
                        + " VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence,"
                        + " hash = excluded.hash, open_from = excluded.open_from, mac = excluded.mac");
        this.version = new Prepared(connection, "PRAGMA data_version");
    }

    /** Gives the key of the head's signature; a transaction must be open. */
    void attestWith(UnaryOperator<byte[]> mac) throws SQLException {
        key = mac;
        load();
        if (signed < 0) {
            sign();
        }
    }

    /** The same, unless there is a key already. */
    void beginWith(UnaryOperator<byte[]> mac) throws SQLException {
        if (key == null) {
            attestWith(mac);
        }
    }

    /** Looks whether what it remembers still holds, in a transaction that was just begun. */
    void begin() throws SQLException {
        if (key == null) {
            return;
        }
        long now = version.number();
        if (now != dataVersion) {
            load();
            dataVersion = now;
        }
    }

    private void load() throws SQLException {
        dataVersion = -1;
        moves.clear();
        open.clear();
        AuditHead head = stored.trustedHead(key());
        sequence = head.sequence();
        hash = head.hash();
        signed = head.mac().length == 0 ? -1 : sequence;
        stored.eachFrom(head.openFrom(), row -> {
            note(AuditJson.read(row.body()), row.sequence());
            return true;
        });
        settle();
    }

    void append(AuditEvent event) {
        if (key == null) {
            throw new IllegalStateException("The audit trail has no key yet: attestWith comes first.");
        }
        AuditRow row = AuditChain.row(sequence + 1, AuditJson.write(event), hash);
        try {
            insert.run(row.sequence(), row.body(), row.previous(), row.hash());
        } catch (SQLException e) {
            throw Failures.of("The audit trail cannot be written", e);
        }
        sequence = row.sequence();
        hash = row.hash();
        note(event, sequence);
    }

    private void note(AuditEvent event, long at) {
        switch (event.kind()) {
            case AuditEvent.CALL_INTENT -> moves.add(new Move(event.invocation().callId(), at));
            case AuditEvent.CALL_OUTCOME ->
                moves.add(new Move(event.invocation().callId(), 0));
            default -> {}
        }
    }

    private void settle() {
        for (Move move : moves) {
            if (move.sequence() == 0) {
                open.remove(move.callId());
            } else {
                open.putIfAbsent(move.callId(), move.sequence());
            }
        }
        moves.clear();
    }

    Mark mark() {
        return new Mark(sequence, hash, moves.size());
    }

    void backTo(Mark mark) {
        sequence = mark.sequence();
        hash = mark.hash();
        moves.subList(mark.moves(), moves.size()).clear();
    }

    /** Signs the head when rows were appended; the transaction is about to be committed. */
    void end() throws SQLException {
        settle();
        if (key != null && sequence != signed) {
            sign();
        }
    }

    private void sign() throws SQLException {
        AuditHead head = AuditHead.signed(sequence, hash, openFrom(), key());
        update.run(head.sequence(), head.hash(), head.openFrom(), head.mac());
        signed = sequence;
    }

    private long openFrom() {
        return open.isEmpty() ? sequence + 1 : open.values().iterator().next();
    }

    /** What it remembers was not kept. */
    void forget() {
        dataVersion = -1;
    }

    /** The sequences of the intents without an outcome, the oldest first. */
    List<Long> openIntents() {
        return List.copyOf(open.values());
    }

    long sequence() {
        return sequence;
    }

    private UnaryOperator<byte[]> key() {
        if (key == null) {
            throw new StoreException("The audit trail has no key yet.");
        }
        return key;
    }
}
