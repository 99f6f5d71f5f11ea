package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.CallRecording;
import dev.toolsmith.sandbox.desk.Meeting;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Page;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Call recordings and their transcripts. */
final class RecordingOperations {
    private static final String MEETING = "meeting:read";
    private static final String READ = "call_recording:read";
    private static final String WRITE = "call_recording:read-write";
    private static final String ALL = "/v2/meetings/{meeting_id}/call_recordings";
    private static final String ONE = ALL + "/{call_recording_id}";
    private static final int MOST = 200;
    private static final int SEGMENTS = 10;

    private RecordingOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, RecordingOperations::list, MEETING, READ),
                Route.of("POST", ALL, RecordingOperations::create, MEETING, WRITE),
                Route.of("GET", ONE, RecordingOperations::get, MEETING, READ),
                Route.of("DELETE", ONE, RecordingOperations::delete, MEETING, WRITE),
                Route.of("GET", ONE + "/transcript", RecordingOperations::transcript, MEETING, READ));
    }

    private static Answer list(Call call) {
        Meeting meeting = MeetingOperations.find(call);
        int limit = call.query().number("limit", 50, 1, MOST);
        List<CallRecording> recordings = call.workspace().desk().recordings().all().stream()
                .filter(recording -> recording.meetingId().equals(meeting.id()))
                .toList();
        return Page.cursor(
                recordings,
                call.query(),
                limit,
                page -> Json.array(page.stream().map(CallRecording::json).toList()));
    }

    private static Answer create(Call call) {
        Meeting meeting = MeetingOperations.find(call);
        Fields data = call.data();
        requireHttps(data);
        Instant now = call.workspace().clock().tick();
        String id = call.workspace().ids().next("call-recording");
        CallRecording recording = new CallRecording(
                id, meeting.id(), "processing", List.of(), call.session().actor(), now);
        return Answer.data(
                call.workspace().desk().recordings().put(id, recording).json());
    }

    private static void requireHttps(Fields data) {
        String url = data.text("video_url");
        boolean https;
        try {
            URI uri = URI.create(url);
            https = "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException notAUrl) {
            https = false;
        }
        if (!https) {
            throw data.refuse("video_url", "must be an https URL", "invalid_string");
        }
    }

    private static CallRecording find(Call call) {
        Meeting meeting = MeetingOperations.find(call);
        String id = call.uuid("call_recording_id");
        return call.workspace()
                .desk()
                .recordings()
                .find(id)
                .filter(recording -> recording.meetingId().equals(meeting.id()))
                .orElseThrow(() -> Refusal.notFound("There is no call recording " + id + " of this meeting."));
    }

    /** Shows a recording; one in processing is completed after it has been shown once. */
    private static Answer get(Call call) {
        CallRecording recording = find(call);
        if (recording.status().equals("processing")) {
            call.workspace().desk().recordings().put(recording.id(), recording.completed());
        }
        return Answer.data(recording.json());
    }

    private static Answer delete(Call call) {
        call.workspace().desk().recordings().remove(find(call).id());
        call.workspace().clock().tick();
        return Answer.bare(204, Map.of());
    }

    private static Answer transcript(Call call) {
        CallRecording recording = find(call);
        return Page.cursor(recording.segments(), call.query(), SEGMENTS, page -> transcript(recording, page));
    }

    private static JsonNode transcript(CallRecording recording, List<CallRecording.Segment> page) {
        ObjectNode node = Json.object();
        node.set("id", recording.idJson());
        node.set(
                "transcript",
                Json.array(page.stream().map(CallRecording.Segment::json).toList()));
        return node.put(
                        "raw_transcript",
                        page.stream()
                                .map(segment -> segment.speaker() + ": " + segment.speech())
                                .collect(Collectors.joining("\n")))
                .put("web_url", recording.webUrl());
    }
}
