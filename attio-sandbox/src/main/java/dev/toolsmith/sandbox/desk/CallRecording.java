package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recording of a meeting with its transcript.
 *
 * @param id the UUID
 * @param meetingId the meeting
 * @param status {@code processing}, {@code completed} or {@code failed}
 * @param segments what was said
 * @param createdBy who added it
 * @param createdAt when it was added
 */
public record CallRecording(
        String id, String meetingId, String status, List<Segment> segments, Actor createdBy, Instant createdAt) {
    public CallRecording {
        segments = List.copyOf(segments);
    }

    /**
     * A stretch of speech.
     *
     * @param speaker who speaks
     * @param speech the words
     * @param start seconds from the beginning
     * @param end seconds from the beginning
     */
    public record Segment(String speaker, String speech, int start, int end) {
        /** The segment as the API shows it. */
        public ObjectNode json() {
            ObjectNode node = Json.object()
                    .put("speech", speech)
                    .put("start_time", BigDecimal.valueOf(start))
                    .put("end_time", BigDecimal.valueOf(end));
            node.putObject("speaker").put("name", speaker);
            return node;
        }
    }

    /** The three ids. */
    public ObjectNode idJson() {
        return Json.object()
                .put("workspace_id", Ids.WORKSPACE)
                .put("meeting_id", meetingId)
                .put("call_recording_id", id);
    }

    /** The page that shows the recording. */
    public String webUrl() {
        return "https://app.attio.com/" + Workspace.SLUG + "/calls/" + meetingId + "/" + id;
    }

    /** The recording as the API shows it. */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.set("id", idJson());
        node.put("status", status).put("web_url", webUrl());
        node.set("created_by_actor", createdBy.json());
        return node.put("created_at", Moments.text(createdAt));
    }

    /** This recording when its processing is over. */
    public CallRecording completed() {
        return new CallRecording(id, meetingId, "completed", segments, createdBy, createdAt);
    }
}
