package dev.toolsmith.platform;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Tries, part by part, whether the platform can do its work. */
final class Probes {

    private static final String VALUE = "ready.probe";
    private static final long PATIENCE_SECONDS = 5;
    private static final int TRIES = 2;

    private Probes() {}

    /** Something can be kept, rows can be added to the trail, and what is encrypted can be read. */
    static Map<String, BooleanSupplier> of(Store store, Vault vault, Clock clock) {
        Map<String, BooleanSupplier> parts = new LinkedHashMap<>();
        parts.put("store", () -> keeps(store, clock));
        parts.put("audit", () -> audits(store, clock));
        parts.put("key", () -> encrypts(vault));
        return parts;
    }

    private static boolean keeps(Store store, Clock clock) {
        byte[] now = clock.instant().toString().getBytes(StandardCharsets.US_ASCII);
        return completes(store.write(writes -> {
            writes.setValue(VALUE, now);
            return true;
        }));
    }

    /** Adds a row and takes it back, so that asking often does not fill the trail. */
    private static boolean audits(Store store, Clock clock) {
        AuditEvent row = AuditEvent.change(
                clock.instant(), "ready.probe", new Subject("", "", "", "", Actor.SYSTEM.id(), ""), Map.of());
        try {
            store.write(writes -> {
                        writes.append(row);
                        throw new TakenBack();
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TakenBack;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Tries again with the key that may have taken the place of the one it began with. */
    private static boolean encrypts(Vault vault) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (opensItsOwn(vault)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensItsOwn(Vault vault) {
        try {
            vault.reveal(VALUE, vault.seal(VALUE, "probe"));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean completes(Future<Boolean> change) {
        try {
            return change.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Undoes a change. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("Taken back", null, false, false);
        }
    }
}
