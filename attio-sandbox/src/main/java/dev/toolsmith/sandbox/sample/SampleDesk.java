package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.desk.Markdown;
import dev.toolsmith.sandbox.desk.Note;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import java.time.Instant;

/** Notes, tasks, comments, a meeting with its recording and a webhook. */
final class SampleDesk {
    private final SampleWriter writer;
    private final Workspace workspace;

    private SampleDesk(SampleWriter writer) {
        this.writer = writer;
        this.workspace = writer.workspace();
    }

    static void add(SampleWriter writer) {
        SampleDesk desk = new SampleDesk(writer);
        desk.starkNotes();
        desk.acmeNotes();
        SampleTalk.add(writer);
    }

    private void note(Item record, String at, String email, String title, String markdown) {
        String id = workspace.ids().next("note");
        workspace.clock().tick();
        Note note = new Note(
                id,
                new RecordKey(record.ownerId(), record.id()),
                title,
                null,
                Markdown.plain(markdown),
                Markdown.normal(markdown),
                writer.member(email),
                Instant.parse(at));
        workspace.desk().notes().put(id, note);
    }

    private void starkNotes() {
        Item deal = writer.find("deals", "external_id", "D-1002");
        Item company = writer.find("companies", "domains", "stark.com");
        note(
                deal,
                "2025-11-03T10:00:00Z",
                SampleMembers.BOB,
                "First call",
                "They want to replace **two** systems at once.");
        note(
                deal,
                "2025-11-17T15:30:00Z",
                SampleMembers.CAROL,
                "Architecture review",
                "- Private cloud only\n- Hardware keys for admins");
        note(
                deal,
                "2025-12-04T09:15:00Z",
                SampleMembers.CAROL,
                "Security questionnaire",
                "213 questions, 9 open; the open ones are about key rotation.");
        note(
                deal,
                "2025-12-18T16:45:00Z",
                SampleMembers.BOB,
                "Price talk",
                "Legal has the draft. Pepper asks for a **three year** term.");
        note(
                company,
                "2025-10-21T11:00:00Z",
                SampleMembers.ALICE,
                "Who is who",
                "Pepper decides, Happy guards the door.");
        note(company, "2025-12-01T08:30:00Z", SampleMembers.BOB, "News", "A new plant opens in spring.");
        note(
                company,
                "2025-12-19T13:00:00Z",
                SampleMembers.CAROL,
                "Pilot result",
                "The pilot met all targets but for *latency* in one region.");
    }

    private void acmeNotes() {
        Item deal = writer.find("deals", "external_id", "D-1001");
        note(
                deal,
                "2025-10-06T09:00:00Z",
                SampleMembers.ALICE,
                "Kick-off",
                "Wile wants delivery before the season starts.");
        note(
                deal,
                "2025-10-20T09:00:00Z",
                SampleMembers.CAROL,
                "SSO",
                "Blocker: our SAML metadata has no signed logout.");
        note(
                deal,
                "2025-11-10T09:00:00Z",
                SampleMembers.CAROL,
                "Data residency",
                "EU region confirmed, no blocker any more.");
        note(deal, "2025-11-24T09:00:00Z", SampleMembers.ALICE, "Budget", "Approved up to 150,000 a year.");
        note(
                deal,
                "2025-12-08T09:00:00Z",
                SampleMembers.CAROL,
                "Audit log",
                "Blocker: the nightly export times out above two million rows.");
        note(
                deal,
                "2025-12-15T09:00:00Z",
                SampleMembers.CAROL,
                "SSO again",
                "Signed logout works in the preview build.");
    }
}
