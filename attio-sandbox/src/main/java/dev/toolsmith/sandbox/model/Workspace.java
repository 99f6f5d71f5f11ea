package dev.toolsmith.sandbox.model;

import dev.toolsmith.sandbox.access.AccessTables;
import dev.toolsmith.sandbox.access.Member;
import dev.toolsmith.sandbox.desk.Desk;
import dev.toolsmith.sandbox.schema.Catalogue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One workspace with all that it holds; guarded by the lock of the server. */
public final class Workspace {
    /** The workspace's name. */
    public static final String NAME = "Sandbox";
    /** The workspace's slug. */
    public static final String SLUG = "sandbox";

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private final Ids ids = new Ids();
    private final LogicalClock clock = new LogicalClock(START);
    private final Catalogue catalogue = new Catalogue();
    private final ItemStore items = new ItemStore();
    private final Desk desk = new Desk();
    private final AccessTables access = new AccessTables();

    /** The source of identifiers. */
    public Ids ids() {
        return ids;
    }

    /** The clock. */
    public LogicalClock clock() {
        return clock;
    }

    /** Objects, lists and attributes. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Records and entries. */
    public ItemStore items() {
        return items;
    }

    /** Notes, tasks, comments, meetings and webhooks. */
    public Desk desk() {
        return desk;
    }

    /** Members, tokens and OAuth clients. */
    public AccessTables access() {
        return access;
    }

    /** The member with an id. */
    public Optional<Member> member(String id) {
        return access.members().find(id.toLowerCase(Locale.ROOT));
    }

    /** The member with an e-mail address, in any case. */
    public Optional<Member> memberByEmail(String email) {
        return access.members().all().stream()
                .filter(member -> member.email().equalsIgnoreCase(email))
                .findFirst();
    }
}
