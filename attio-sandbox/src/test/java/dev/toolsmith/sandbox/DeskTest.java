package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class DeskTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

    private String acme() {
        return caller.record("companies", "{\"domains\":\"acme.com\"}");
    }

    private String member() {
        return caller.get("/v2/workspace_members")
                .data()
                .path(0)
                .path("id")
                .path("workspace_member_id")
                .asString();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private Caller.Reply note(String more) {
        return caller.post(
                "/v2/notes",
                json("{'data':{'parent_object':'companies','parent_record_id':'" + acme() + "'," + more + "}}"));
    }

    @Test
    void aMarkdownNoteIsShownWithAndWithoutMarkup() {
        JsonNode note =
                note("'title':'T','format':'markdown','content':'# Head\\n\\n* one **bold** [link](https://x.example)'")
                        .data();
        assertThat(note.path("content_markdown").asString())
                .isEqualTo("# Head\n\n- one **bold** [link](https://x.example)");
        assertThat(note.path("content_plaintext").asString()).isEqualTo("Head\n\none bold link");
        String id = note.path("id").path("note_id").asString();
        assertThat(caller.delete("/v2/notes/" + id).body()).isEqualTo("{}");
        assertThat(caller.get("/v2/notes/" + id).status()).isEqualTo(404);
    }

    @Test
    void aNoteNeedsItsFormatAndAnExistingParent() {
        assertThat(note("'title':'T','content':'x'").code()).isEqualTo("validation_type");
        assertThat(note("'title':'T','format':'html','content':'x'").code()).isEqualTo("validation_type");
        assertThat(caller.post(
                                "/v2/notes",
                                json("{'data':{'parent_object':'companies','parent_record_id':'" + member()
                                        + "','title':'T','format':'plaintext','content':'x'}}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tasksAreFilteredByWhatTheyAre() {
        assertThat(caller.get("/v2/tasks?is_completed=true").data()).hasSize(1);
        assertThat(caller.get("/v2/tasks?assignee=bob@sandbox.example").data()).hasSize(2);
        assertThat(caller.get("/v2/tasks?assignee=null").data()).hasSize(1);
        assertThat(caller.get("/v2/tasks?linked_object=deals").data()).hasSize(3);
        JsonNode newest = caller.get("/v2/tasks?sort=created_at:desc&limit=1").data();
        assertThat(newest.path(0).path("content_plaintext").asString()).isEqualTo("Clean up lost deals");
    }

    @Test
    void aTaskIsDoneButItsContentStays() {
        String body = json(
                "{'data':{'content':'Call','format':'plaintext','deadline_at':'2026-02-01T10:00:00Z','is_completed':false,"
                        + "'linked_records':[{'target_object':'companies','target_record_id':'" + acme() + "'}],"
                        + "'assignees':[{'workspace_member_email_address':'carol@sandbox.example'}]}}");
        JsonNode task = caller.post("/v2/tasks", body).data();
        assertThat(task.path("linked_records").path(0).path("target_object_id").asString())
                .isEqualTo("companies");
        String target = "/v2/tasks/" + task.path("id").path("task_id").asString();
        assertThat(caller.patch(target, json("{'data':{'is_completed':true}}"))
                        .data()
                        .path("is_completed")
                        .asBoolean())
                .isTrue();
        Caller.Reply refused = caller.patch(target, json("{'data':{'content':'Other'}}"));
        assertThat(refused.code()).isEqualTo("validation_type");
        assertThat(refused.json().path("validation_errors").path(0).path("code").asString())
                .isEqualTo("unrecognized_keys");
        assertThat(caller.delete(target).status()).isEqualTo(200);
    }

    private Caller.Reply comment(String on) {
        return caller.post(
                "/v2/comments",
                json("{'data':{'format':'plaintext','content':'C','author':{'type':'workspace-member','id':'" + member()
                        + "'}," + on + "}}"));
    }

    @Test
    void aThreadGoesWithItsFirstComment() {
        JsonNode first = comment("'record':{'object':'companies','record_id':'" + acme() + "'}")
                .data();
        String thread = first.path("thread_id").asString();
        JsonNode reply = comment("'thread_id':'" + thread + "'").data();
        assertThat(caller.get("/v2/threads/" + thread).data().path("comments")).hasSize(2);
        assertThat(caller.get("/v2/threads?object=companies&record_id=" + acme())
                        .data())
                .hasSize(1);
        caller.delete("/v2/comments/" + first.path("id").path("comment_id").asString());
        assertThat(caller.get("/v2/threads/" + thread).status()).isEqualTo(404);
        assertThat(caller.get("/v2/comments/"
                                + reply.path("id").path("comment_id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aCommentStandsOnOneThing() {
        assertThat(comment("'thread_id':'" + member() + "'").code()).isEqualTo("value_not_found");
        Caller.Reply both =
                comment("'thread_id':'" + member() + "','record':{'object':'companies','record_id':'" + acme() + "'}");
        assertThat(both.code()).isEqualTo("validation_type");
        assertThat(both.json().path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void aResolvedThreadTellsWhenAndByWhom() {
        String globex = caller.record("companies", "{\"domains\":\"globex.example\"}");
        JsonNode comment = caller.get("/v2/threads?object=companies&record_id=" + globex)
                .data()
                .path(0)
                .path("comments")
                .path(0);
        assertThat(comment.path("resolved_at").isString()).isTrue();
        assertThat(comment.path("resolved_by").path("type").asString()).isEqualTo("workspace-member");
    }

    private String meeting(String reference, String more) {
        return json(
                "{'data':{'title':'M','description':'','start':{'datetime':'2026-03-01T10:00:00+01:00','timezone':'Europe/Berlin'},"
                        + "'end':{'datetime':'2026-03-01T11:00:00+01:00'},'is_all_day':false,"
                        + "'participants':[{'email_address':'a@b.co','is_organizer':true,'status':'accepted'}],'external_ref':'"
                        + reference + "'" + more + "}}");
    }

    @Test
    void aMeetingIsFoundAgainByItsReference() {
        JsonNode created = caller.post("/v2/meetings", meeting("r1", "")).data();
        assertThat(created.path("start").path("datetime").asString()).isEqualTo("2026-03-01T09:00:00.000000000Z");
        assertThat(caller.post("/v2/meetings", meeting("r1", "")).data()).isEqualTo(created);
        assertThat(caller.post("/v2/meetings", meeting("r2", "")).data().path("id"))
                .isNotEqualTo(created.path("id"));
        assertThat(caller.get("/v2/meetings?participants=A@b.co").data()).hasSize(2);
        assertThat(caller.get("/v2/meetings?ends_from=2026-03-01T10:00:00Z").data())
                .hasSize(2);
        assertThat(caller.get("/v2/meetings?ends_from=2026-03-01T10:00:01Z").data())
                .isEmpty();
    }

    @Test
    void aRecordingIsProcessedAndThenCompleted() {
        String meeting = caller.post("/v2/meetings", meeting("r1", ""))
                .data()
                .path("id")
                .path("meeting_id")
                .asString();
        String recordings = "/v2/meetings/" + meeting + "/call_recordings";
        assertThat(caller.post(recordings, json("{'data':{'video_url':'http://x.example/v'}}"))
                        .code())
                .isEqualTo("validation_type");
        JsonNode created = caller.post(recordings, json("{'data':{'video_url':'https://x.example/v'}}"))
                .data();
        assertThat(created.path("status").asString()).isEqualTo("processing");
        String target =
                recordings + "/" + created.path("id").path("call_recording_id").asString();
        assertThat(caller.get(target).data().path("status").asString()).isEqualTo("processing");
        assertThat(caller.get(target).data().path("status").asString()).isEqualTo("completed");
        Caller.Reply deleted = caller.delete(target);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(caller.get(target).status()).isEqualTo(404);
    }

    @Test
    void aTranscriptComesInPages() {
        String meeting = caller.get("/v2/meetings")
                .data()
                .path(0)
                .path("id")
                .path("meeting_id")
                .asString();
        String recordings = "/v2/meetings/" + meeting + "/call_recordings";
        String recording = caller.get(recordings)
                .data()
                .path(0)
                .path("id")
                .path("call_recording_id")
                .asString();
        JsonNode first =
                caller.get(recordings + "/" + recording + "/transcript").json();
        assertThat(first.path("data").path("transcript")).hasSize(10);
        String cursor = first.path("pagination").path("next_cursor").asString();
        JsonNode last = caller.get(recordings + "/" + recording + "/transcript?cursor=" + cursor)
                .json();
        assertThat(last.path("data").path("transcript")).hasSize(3);
        assertThat(last.path("pagination").path("next_cursor").isNull()).isTrue();
    }

    @Test
    void onlyTheCreationOfAWebhookTellsItsSecret() {
        String body = json(
                "{'data':{'target_url':'https://x.example/h','subscriptions':[{'event_type':'note.created','filter':{'$and':[]}}]}}");
        JsonNode webhook = caller.post("/v2/webhooks", body).data();
        assertThat(webhook.path("secret").asString()).hasSize(64);
        assertThat(webhook.path("subscriptions").path(0).path("filter").isNull())
                .isTrue();
        String target = "/v2/webhooks/" + webhook.path("id").path("webhook_id").asString();
        assertThat(caller.get(target).data().has("secret")).isFalse();
        assertThat(caller.patch(target, json("{'data':{'target_url':'https://y.example'}}"))
                        .data()
                        .path("target_url")
                        .asString())
                .isEqualTo("https://y.example");
        assertThat(caller.delete(target).status()).isEqualTo(200);
        assertThat(caller.get(target).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'target_url':'http://x.example','subscriptions':[]}",
                "{'target_url':'https://x.example'}",
                "{'target_url':'https://x.example','subscriptions':[{'event_type':'nothing','filter':null}]}",
                "{'target_url':'https://x.example','subscriptions':[{'event_type':'note.created'}]}",
                "{'target_url':'https://x.example','subscriptions':[{'event_type':'record.created','filter':{'$or':[{'field':'id.object_id','operator':'equals','value':'x'}]}}]}"
            })
    void aWrongWebhookIsRefused(String data) {
        assertThat(caller.post("/v2/webhooks", json("{'data':" + data + "}")).code())
                .isEqualTo("validation_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"data\":1}", "{} {}"})
    void aBodyThatIsNoObjectWithDataIsRefused(String body) {
        Caller.Reply reply = caller.post("/v2/notes", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("validation_type");
    }
}
