package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditChain;
import dev.toolsmith.platform.audit.AuditHead;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The end of the trail as it is stored. */
final class TrailEnd {

    private final Connection connection;

    TrailEnd(Connection connection) {
        this.connection = connection;
    }

    /**
     * The stored head; one without a signature when nothing was ever appended.
     *
     * @throws StoreException when it is not signed with the key, or is not where the rows end: going on would cover that up
     */
    AuditHead head(UnaryOperator<byte[]> key) throws SQLException {
        long sequence = 0;
        String hash = AuditChain.GENESIS;
        try (PreparedStatement last =
                        connection.prepareStatement("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                sequence = row.getLong(1);
                hash = row.getString(2);
            }
        }
        try (PreparedStatement one =
                        connection.prepareStatement("SELECT sequence, hash, open_from, mac FROM audit_head");
                ResultSet row = one.executeQuery()) {
            if (!row.next()) {
                return refuseUnless(sequence == 0, new AuditHead(0, AuditChain.GENESIS, 1, new byte[0]));
            }
            AuditHead head = new AuditHead(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4));
            return refuseUnless(
                    head.sequence() == sequence && head.hash().equals(hash) && head.isSignedWith(key), head);
        }
    }

    private static AuditHead refuseUnless(boolean isRight, AuditHead head) {
        if (!isRight) {
            throw new StoreException("The audit trail does not end where its signed head says. Type: audit verify");
        }
        return head;
    }

    void eachFrom(long sequence, Consumer<AuditRow> consumer) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(
                "SELECT sequence, body, previous, hash FROM audit WHERE sequence >= ? ORDER BY sequence")) {
            rows.setLong(1, sequence);
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    consumer.accept(Rows.audit(row));
                }
            }
        }
    }
}
