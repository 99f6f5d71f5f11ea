package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.desk.CallRecording;
import dev.toolsmith.sandbox.desk.Comment;
import dev.toolsmith.sandbox.desk.Meeting;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.desk.Task;
import dev.toolsmith.sandbox.desk.Webhook;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks, comments, meetings with a recording, and a webhook. */
final class SampleTalk {
    private static final String[][] WORDS = {
        {"Alice Adams", "Thanks for making time. Shall we start with single sign-on?"},
        {"Rhoda Runner", "Yes. We need SAML with signed logout, or the auditors will not let us go live."},
        {"Alice Adams", "The preview build has that; Carol can show it on Thursday."},
        {"Wile Coyote", "And the audit log? The export stopped at two million rows."},
        {"Carol Clark", "We saw it. The fix streams the rows and is under test."},
        {"Rhoda Runner", "When can we have it?"},
        {"Carol Clark", "In the release of the twelfth of January."},
        {"Wile Coyote", "Good. Then there is the price."},
        {"Alice Adams", "A hundred and fifty thousand a year, platform and support."},
        {"Wile Coyote", "That fits what was approved."},
        {"Rhoda Runner", "Data stays in the EU, does it?"},
        {"Carol Clark", "All of it, backups too."},
        {"Alice Adams", "Then I send the papers tonight."},
    };

    private final SampleWriter writer;
    private final Workspace workspace;

    private SampleTalk(SampleWriter writer) {
        this.writer = writer;
        this.workspace = writer.workspace();
    }

    static void add(SampleWriter writer) {
        SampleTalk talk = new SampleTalk(writer);
        talk.tasks();
        talk.comments();
        talk.meetings();
        talk.webhook();
    }

    private static RecordKey key(Item record) {
        return new RecordKey(record.ownerId(), record.id());
    }

    private RecordKey company(String domain) {
        return key(writer.find("companies", "domains", domain));
    }

    private RecordKey deal(String externalId) {
        return key(writer.find("deals", "external_id", externalId));
    }

    private void tasks() {
        task(
                "Send Acme the signed-logout release notes",
                "2026-01-09T17:00:00Z",
                false,
                deal("D-1001"),
                SampleMembers.CAROL);
        task(
                "Prepare the three year offer for Stark Industries",
                "2026-01-12T12:00:00Z",
                false,
                deal("D-1002"),
                SampleMembers.BOB);
        task(
                "Call Jane about the trial",
                "2026-01-07T10:00:00Z",
                false,
                company("vertexanalytics.io"),
                SampleMembers.BOB);
        task("File the Globex contract", "2025-12-22T12:00:00Z", true, company("globex.example"), SampleMembers.ALICE);
        task("Clean up lost deals", null, false, deal("D-1005"), null);
    }

    private void task(String content, @Nullable String deadline, boolean done, RecordKey link, @Nullable String email) {
        String id = workspace.ids().next("task");
        List<String> assignees = email == null
                ? List.of()
                : List.of(workspace.memberByEmail(email).orElseThrow().id());
        Task task = new Task(
                id,
                content,
                deadline == null ? null : Instant.parse(deadline),
                done ? workspace.clock().now() : null,
                List.of(link),
                assignees,
                writer.member(SampleMembers.ALICE),
                workspace.clock().tick());
        workspace.desk().tasks().put(id, task);
    }

    private void comments() {
        String open = workspace.ids().next("thread");
        comment(open, deal("D-1001"), null, null, SampleMembers.ALICE, "Is the export fix still on time?");
        comment(open, deal("D-1001"), null, null, SampleMembers.CAROL, "Yes, it passed the load test.");
        String resolved = workspace.ids().next("thread");
        Comment.Resolution resolution =
                new Comment.Resolution(Instant.parse("2026-01-05T09:30:00Z"), writer.member(SampleMembers.ALICE));
        comment(resolved, company("globex.example"), null, resolution, SampleMembers.BOB, "Who signs for Globex?");
        Item entry =
                workspace.items().entriesOf(company("stark.com").recordId()).get(0);
        Comment.EntryKey on = new Comment.EntryKey(entry.ownerId(), entry.id());
        String third = workspace.ids().next("thread");
        comment(third, company("stark.com"), on, null, SampleMembers.BOB, "Moved to Proposal after the pilot.");
    }

    private void comment(
            String threadId,
            RecordKey record,
            Comment.@Nullable EntryKey entry,
            Comment.@Nullable Resolution resolution,
            String email,
            String content) {
        String id = workspace.ids().next("comment");
        Comment comment = new Comment(
                id,
                threadId,
                content,
                record,
                entry,
                resolution,
                writer.member(email),
                workspace.clock().tick());
        workspace.desk().comments().put(id, comment);
    }

    private void meetings() {
        String acme = meeting(
                "Acme: open questions",
                "2025-12-16T15:00:00Z",
                "2025-12-16T15:30:00Z",
                "wile@acme.com",
                deal("D-1001"));
        meeting(
                "Stark Industries: contract",
                "2026-01-08T14:00:00Z",
                "2026-01-08T15:00:00Z",
                "pepper@stark.com",
                deal("D-1002"));
        meeting(
                "Vertex Analytics: first look",
                "2026-01-13T09:00:00Z",
                "2026-01-13T09:30:00Z",
                "jane@vertexanalytics.io",
                company("vertexanalytics.io"));
        recording(acme);
    }

    private String meeting(String title, String start, String end, String guest, RecordKey link) {
        String id = workspace.ids().next("meeting");
        Meeting meeting = new Meeting(
                id,
                "text:sample-" + id,
                title,
                "Video call",
                false,
                new Meeting.When(Instant.parse(start), start, false, "UTC"),
                new Meeting.When(Instant.parse(end), end, false, "UTC"),
                List.of(
                        new Meeting.Participant(SampleMembers.ALICE, true, "accepted"),
                        new Meeting.Participant(guest, false, "accepted")),
                List.of(link),
                writer.member(SampleMembers.ALICE),
                workspace.clock().tick());
        workspace.desk().meetings().put(id, meeting);
        return id;
    }

    private void recording(String meetingId) {
        List<CallRecording.Segment> segments = new ArrayList<>();
        for (String[] words : WORDS) {
            int start = segments.size() * 12;
            segments.add(new CallRecording.Segment(words[0], words[1], start, start + 10));
        }
        String id = workspace.ids().next("call-recording");
        CallRecording recording = new CallRecording(
                id,
                meetingId,
                "completed",
                segments,
                writer.member(SampleMembers.ALICE),
                workspace.clock().tick());
        workspace.desk().recordings().put(id, recording);
    }

    private void webhook() {
        String id = workspace.ids().next("webhook");
        Webhook webhook = new Webhook(
                id,
                "https://hooks.example/attio",
                List.of(Json.object().put("event_type", "record.created").putNull("filter")),
                workspace.clock().tick());
        workspace.desk().webhooks().put(id, webhook);
    }
}
