package dev.toolsmith.platform.store.sqlite;

import dev.toolsmith.platform.audit.AuditChain;
import dev.toolsmith.platform.audit.AuditHead;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.audit.AuditVerifier;
import dev.toolsmith.platform.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The trail as it is stored, read byte for byte. */
final class StoredTrail {

    private final Connection connection;

    StoredTrail(Connection connection) {
        this.connection = connection;
    }

    /** Checks all rows and the head; a transaction must be open, as the two have to be of one moment. */
    AuditVerdict verify(UnaryOperator<byte[]> key) throws SQLException {
        AuditVerifier verifier = new AuditVerifier(head(), key);
        eachFrom(Long.MIN_VALUE, verifier::next);
        return verifier.finish();
    }

    /**
     * The head to go on from; one without a signature when nothing was ever kept.
     *
     * @throws StoreException when it is missing, not signed with the key, or not where the rows end: going on would cover
     *     that up
     */
    AuditHead trustedHead(UnaryOperator<byte[]> key) throws SQLException {
        AuditHead end = lastRow();
        Optional<AuditHead> head = head();
        boolean isTrusted = head.isEmpty()
                ? isUntouched()
                : head.get().sequence() == end.sequence()
                        && head.get().hash().equals(end.hash())
                        && head.get().isSignedWith(key);
        if (!isTrusted) {
            throw new StoreException("The audit trail does not end where its signed head says. Type: audit verify");
        }
        return head.orElse(end);
    }

    /** The head is signed before anything is kept, or with it: whatever is there says that there was a head. */
    private boolean isUntouched() throws SQLException {
        String sql = "SELECT NOT (EXISTS (SELECT 1 FROM audit) OR EXISTS (SELECT 1 FROM value)"
                + " OR EXISTS (SELECT 1 FROM connection) OR EXISTS (SELECT 1 FROM administrator)"
                + " OR EXISTS (SELECT 1 FROM api_token))";
        try (PreparedStatement one = connection.prepareStatement(sql);
                ResultSet row = one.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private AuditHead lastRow() throws SQLException {
        try (PreparedStatement last =
                        connection.prepareStatement("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
                ResultSet row = last.executeQuery()) {
            return row.next()
                    ? new AuditHead(row.getLong(1), row.getString(2), 1, new byte[0])
                    : new AuditHead(0, AuditChain.GENESIS, 1, new byte[0]);
        }
    }

    private Optional<AuditHead> head() throws SQLException {
        try (PreparedStatement one =
                        connection.prepareStatement("SELECT sequence, hash, open_from, mac FROM audit_head");
                ResultSet row = one.executeQuery()) {
            return row.next()
                    ? Optional.of(new AuditHead(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4)))
                    : Optional.empty();
        }
    }

    /** Hands over rows, oldest first, until one says that it is enough. */
    void eachFrom(long sequence, Predicate<AuditRow> consumer) throws SQLException {
        // As bytes: a text would end at its first zero byte, and what somebody put behind it would not be seen.
        try (PreparedStatement rows = connection.prepareStatement("SELECT sequence, CAST(body AS BLOB),"
                + " CAST(previous AS BLOB), CAST(hash AS BLOB) FROM audit WHERE sequence >= ? ORDER BY sequence")) {
            rows.setLong(1, sequence);
            try (ResultSet row = rows.executeQuery()) {
                boolean goesOn = true;
                while (goesOn && row.next()) {
                    goesOn = consumer.test(new AuditRow(row.getLong(1), text(row, 2), text(row, 3), text(row, 4)));
                }
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
