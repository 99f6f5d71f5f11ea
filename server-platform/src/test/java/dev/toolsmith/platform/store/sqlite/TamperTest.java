package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.audit.AuditChain;
import dev.toolsmith.platform.audit.AuditHead;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.audit.AuditVerdict.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the trail by somebody who can write to the file is found, and where. */
class TamperTest {

    private static final int ROWS = 60;
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final List<AuditRow> rows = new ArrayList<>();
    private Connection database;

    /** What somebody does, and what is to be found of it. */
    private record Tamper(String what, long firstBad, Fault fault) {}

    @BeforeEach
    void copyATrail() throws Exception {
        Path original = folder.resolve("data/toolsmith.db");
        try (SqliteStore store = SqliteStore.open(original)) {
            store.attestWith(Samples.KEY);
            store.write(w -> {
                        IntStream.range(0, ROWS).forEach(i -> w.append(Samples.intent("call_" + i)));
                        return true;
                    })
                    .join();
        }
        Path copy = Files.copy(original, folder.resolve("copy.db"));
        database = DriverManager.getConnection("jdbc:sqlite:" + copy);
        // Dropping the table drops its triggers. What SQLite computes from bodies would refuse some of the tampers.
        run("CREATE TABLE bare AS SELECT sequence, body, previous, hash FROM audit");
        run("DROP TABLE audit");
        run("ALTER TABLE bare RENAME TO audit");
        new StoredTrail(database).eachFrom(0, rows::add);
        database.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void anUntouchedTrailIsFoundIntact() throws SQLException {
        AuditVerdict verdict = verify();
        assertThat(verdict).isEqualTo(new AuditVerdict(ROWS, Fault.NONE, 0));
        assertThat(verdict.text()).isEqualTo("60 rows, all as they were written.");
    }

    @Test
    void aThousandTampersAreFoundAndTheFirstBadRowIsNamed() throws SQLException {
        Map<Fault, Integer> found = new EnumMap<>(Fault.class);
        for (int i = 0; i < 1_000; i++) {
            Tamper tamper = tamper(i % 14);
            AuditVerdict verdict = verify();
            assertThat(verdict.firstBad())
                    .as("tamper %s: %s gave %s", i, tamper, verdict)
                    .isEqualTo(tamper.firstBad());
            assertThat(verdict.fault())
                    .as("tamper %s: %s gave %s", i, tamper, verdict)
                    .isEqualTo(tamper.fault());
            found.merge(verdict.fault(), 1, Integer::sum);
            database.rollback();
        }
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
        assertThat(found.keySet()).hasSize(Fault.values().length - 1);
    }

    @Test
    void aKeyThatIsNotTheSignersFindsTheHeadForged() throws SQLException {
        AuditVerdict verdict = new StoredTrail(database).verify(Samples.key("another"));
        assertThat(verdict.fault()).isEqualTo(Fault.HEAD_FORGED);
    }

    @Test
    void whatStandsBehindAZeroByteIsSeen() throws SQLException {
        run("UPDATE audit SET body = CAST(CAST(body AS BLOB) || X'00' || 'x' AS TEXT) WHERE sequence = 7");
        assertThat(verify()).isEqualTo(new AuditVerdict(7, Fault.BODY_CHANGED, 7));
    }

    private AuditVerdict verify() throws SQLException {
        return new StoredTrail(database).verify(Samples.KEY);
    }

    private Tamper tamper(int kind) throws SQLException {
        int at = 1 + random.nextInt(ROWS);
        AuditRow row = rows.get(at - 1);
        return switch (kind) {
            case 0, 1, 2 -> changed("body", flipped(row.body()), at, Fault.BODY_CHANGED);
            case 3 -> changed("hash", flipped(row.hash()), at, Fault.HASH_CHANGED);
            case 4 -> changed("previous", flipped(row.previous()), at, Fault.PREVIOUS_CHANGED);
            case 5 -> moved(at);
            case 6 -> deleted(at);
            case 7 -> swapped(at);
            case 8 -> inserted(at);
            case 9 -> cutOff(at);
            case 10 -> rewritten(at);
            case 11 -> appended();
            case 12 -> headGone();
            default -> headForged();
        };
    }

    private Tamper changed(String column, String value, int at, Fault fault) throws SQLException {
        run("UPDATE audit SET " + column + " = ? WHERE sequence = ?", value, at);
        return new Tamper(column, at, fault);
    }

    /** Another character at one place. */
    private String flipped(String text) {
        int place = random.nextInt(text.length());
        char other = (char) (' ' + random.nextInt(95));
        return other == text.charAt(place)
                ? flipped(text)
                : text.substring(0, place) + other + text.substring(place + 1);
    }

    private Tamper moved(int at) throws SQLException {
        boolean isBefore = random.nextBoolean();
        int to = isBefore ? -random.nextInt(5) : ROWS + 1 + random.nextInt(5);
        run("UPDATE audit SET sequence = ? WHERE sequence = ?", to, at);
        if (isBefore) {
            return new Tamper("moved to the front", to, Fault.MISPLACED);
        }
        // Moved to right behind the last row, the last row itself only has another number.
        return new Tamper("moved to the end", at, Fault.MISSING);
    }

    private Tamper deleted(int at) throws SQLException {
        run("DELETE FROM audit WHERE sequence = ?", at);
        return new Tamper("deleted", at, at == ROWS ? Fault.CUT_OFF : Fault.MISSING);
    }

    private Tamper swapped(int at) throws SQLException {
        int other = at == ROWS ? 1 : at + 1 + random.nextInt(ROWS - at);
        run("UPDATE audit SET sequence = -1 WHERE sequence = ?", at);
        run("UPDATE audit SET sequence = ? WHERE sequence = ?", at, other);
        run("UPDATE audit SET sequence = ? WHERE sequence = -1", other);
        return new Tamper("swapped with " + other, Math.min(at, other), Fault.MISPLACED);
    }

    /** A row that fits what stands before it, and all later ones moved on. */
    private Tamper inserted(int at) throws SQLException {
        run("UPDATE audit SET sequence = -sequence - 1 WHERE sequence >= ?", at);
        run("UPDATE audit SET sequence = -sequence WHERE sequence < 0");
        insert(AuditChain.row(at, "{\"forged\":1}", rows.get(at - 1).previous()));
        // At the end it cannot be told from one that was written in the last row's place.
        return new Tamper("inserted", at, at == ROWS ? Fault.REWRITTEN : Fault.INSERTED);
    }

    private Tamper cutOff(int at) throws SQLException {
        run("DELETE FROM audit WHERE sequence >= ?", at);
        return new Tamper("cut off", at, Fault.CUT_OFF);
    }

    /** Its hash fits what it says now. */
    private Tamper rewritten(int at) throws SQLException {
        AuditRow forged = AuditChain.row(at, "{\"forged\":1}", rows.get(at - 1).previous());
        run("UPDATE audit SET body = ?, hash = ? WHERE sequence = ?", forged.body(), forged.hash(), at);
        return new Tamper("rewritten", at, Fault.REWRITTEN);
    }

    private Tamper appended() throws SQLException {
        insert(AuditChain.row(ROWS + 1, "{\"forged\":1}", rows.get(ROWS - 1).hash()));
        return new Tamper("appended", ROWS + 1, Fault.BEYOND_HEAD);
    }

    private Tamper headGone() throws SQLException {
        run("DELETE FROM audit_head");
        return new Tamper("head gone", ROWS, Fault.HEAD_MISSING);
    }

    /** A head that fits a trail that was cut off, with the signature of the good one or of another key. */
    private Tamper headForged() throws SQLException {
        int end = 1 + random.nextInt(ROWS - 1);
        run("DELETE FROM audit WHERE sequence > ?", end);
        run(
                "UPDATE audit_head SET sequence = ?, hash = ?",
                end,
                rows.get(end - 1).hash());
        if (random.nextBoolean()) {
            AuditHead signed = AuditHead.signed(end, rows.get(end - 1).hash(), end + 1L, Samples.key("thief"));
            run("UPDATE audit_head SET open_from = ?, mac = ?", end + 1, signed.mac());
        }
        return new Tamper("head forged", end, Fault.HEAD_FORGED);
    }

    private void insert(AuditRow row) throws SQLException {
        run(
                "INSERT INTO audit (sequence, body, previous, hash) VALUES (?, ?, ?, ?)",
                row.sequence(),
                row.body(),
                row.previous(),
                row.hash());
    }

    private void run(String sql, Object... values) throws SQLException {
        if (values.length == 0) {
            try (Statement statement = database.createStatement()) {
                statement.execute(sql);
            }
            return;
        }
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
